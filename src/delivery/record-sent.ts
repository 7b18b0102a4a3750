import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { plus } from '../shared/time.ts';
import { addressKey } from './address-key.ts';
import type { Claim } from './claim-message.ts';
import { deliveryPolicy, retryPause } from './delivery-policy.ts';
import { lockMessage } from './lock-message.ts';
import { afterLoss } from './lost-message.ts';
import type { MessageChange } from './message-state.ts';
import type { Found, Sent } from './surface.ts';

/** What came of a claim: how the call ended, or what the platform found when asked about a lost one. */
export type Result = Sent | { readonly outcome: 'looked'; readonly found: Found };

/** Writes down how a claim ended. A result whose fence is no longer the message's changes only its own attempt. */
export async function recordSent(trip: Trip, claim: Claim, result: Result): Promise<void> {
  const { tx, now } = trip;
  const message = await lockMessage(trip, claim.outgoing.key);
  await tx.attempt.update({
    where: { id: claim.attemptId },
    data: {
      endedAt: now,
      outcome: result.outcome,
      detail: 'detail' in result ? result.detail : null,
    },
  });
  if (!message || message.fence !== claim.fence) return;
  const outcome = outcomeOf(claim, result, message.isRepeat);
  await tx.message.update({
    where: { id: message.id },
    data: savedAs(outcome, { claim, message, now }),
  });
}

interface Ended {
  readonly claim: Claim;
  readonly message: {
    readonly revision: number;
    readonly sentRevision: number;
    readonly sentAt: Date | null;
    readonly isRepeat: boolean;
  };
  readonly now: Date;
}

/** What the message's row becomes. */
function savedAs(outcome: Outcome, { claim, message, now }: Ended): MessageChange {
  const isNewer = message.revision > claim.revision;
  switch (outcome.next) {
    case 'sent':
      return {
        state: isNewer ? 'waiting' : 'sent',
        dueAt: isNewer ? now : null,
        externalRef: outcome.ref,
        sentTo: addressKey(claim.outgoing.address),
        sentRevision: claim.revision,
        sentAt: message.sentAt ?? now,
        tries: 0,
        reason: null,
      };
    case 'again':
      return {
        state: 'waiting',
        dueAt: plus(now, outcome.pause),
        isRepeat: outcome.isRepeat,
        reason: outcome.reason,
      };
    case 'lost':
      return { state: 'lost', dueAt: plus(now, outcome.pause), reason: outcome.reason };
    case 'end': {
      const isLostPage = claim.lane === 'pages' && message.sentRevision === 0;
      const { state, reason, isDoubtful } = outcome;
      const failureDueAt = isLostPage ? now : null;
      if (!isNewer || (isDoubtful && claim.lane !== 'pages'))
        return { state, reason, dueAt: null, failureDueAt };
      // The newer words that came meanwhile have tries of their own.
      const isRepeat = message.isRepeat || isDoubtful;
      return { state: 'waiting', reason, dueAt: now, tries: 0, isRepeat, failureDueAt };
    }
    default:
      return unreachable(outcome);
  }
}

type Outcome =
  | { readonly next: 'sent'; readonly ref: string }
  | {
      readonly next: 'again';
      readonly pause: number;
      readonly isRepeat: boolean;
      readonly reason: string;
    }
  | { readonly next: 'lost'; readonly pause: number; readonly reason: string }
  | {
      readonly next: 'end';
      readonly state: 'parked' | 'failed';
      /** A first send that may have arrived. */
      readonly isDoubtful: boolean;
      readonly reason: string;
    };

function outcomeOf(claim: Claim, result: Result, wasRepeated: boolean): Outcome {
  switch (result.outcome) {
    case 'sent':
      return { next: 'sent', ref: result.ref };
    case 'refused':
      return { next: 'end', state: 'failed', isDoubtful: false, reason: result.detail };
    case 'retry':
      return again(claim, result, wasRepeated);
    case 'unknown': {
      // Editing in place twice shows the same words, so only a first send can be lost.
      if (claim.task === 'edit') return again(claim, result, wasRepeated);
      if (isSpent(claim)) return { ...spent(claim, result.detail), isDoubtful: true };
      const pause = deliveryPolicy.lookAfterMilliseconds[claim.lane];
      return { next: 'lost', pause, reason: result.detail };
    }
    case 'looked': {
      const after = afterLoss({ lane: claim.lane, wasRepeated, found: result.found });
      if (after.next === 'look' && !isSpent(claim)) {
        const pause = retryPause(claim.tries, after.afterMilliseconds);
        return { next: 'lost', pause, reason: after.reason };
      }
      if (after.next === 'sent') return { next: 'sent', ref: after.ref };
      if (after.next === 'send')
        return {
          next: 'again',
          pause: 0,
          isRepeat: after.isRepeat,
          reason: 'Sent again after a lost response.',
        };
      return { next: 'end', state: 'parked', isDoubtful: true, reason: after.reason };
    }
    default:
      return unreachable(result);
  }
}

function again(
  claim: Claim,
  result: { readonly detail: string; readonly afterMilliseconds?: number },
  isRepeat: boolean,
): Outcome {
  if (isSpent(claim)) return spent(claim, result.detail);
  return {
    next: 'again',
    pause: retryPause(claim.tries, result.afterMilliseconds),
    isRepeat,
    reason: result.detail,
  };
}

/** Whoever is paged has other contact methods; a place, where the customer's receipt is, has no other way. */
function isSpent({ lane, tries, outgoing }: Claim): boolean {
  const { mostTries } = deliveryPolicy;
  return tries >= (outgoing.address.kind === 'place' ? mostTries.replies : mostTries[lane]);
}

function spent(claim: Claim, detail: string): Extract<Outcome, { next: 'end' }> {
  const reason = `Given up after ${claim.tries} tries: ${detail}`;
  return { next: 'end', state: 'failed', isDoubtful: false, reason };
}
