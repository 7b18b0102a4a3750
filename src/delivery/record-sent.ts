import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { statement } from '../shared/statement.ts';
import { plus } from '../shared/time.ts';
import { addressKey, workspaceKey } from './address-key.ts';
import { type Claim, tagOf } from './claim-messages.ts';
import { deliveryPolicy, lookPause, retryPause, unheardTriesOf } from './delivery-policy.ts';
import { lockMessage } from './lock-message.ts';
import { afterLoss, laterOf } from './lost-message.ts';
import type { MessageChange } from './message-state.ts';
import type { Sending } from './sending.ts';
import type { Found, Sent } from './surface.ts';

/** What came of a claim: how the call ended, or what the platform found when asked about a lost one. */
export type Result = Sent | { readonly outcome: 'looked'; readonly found: Found };

/** A try that ended, and how. */
export interface EndedTry {
  readonly claim: Claim;
  readonly attemptId: string;
  readonly result: Result;
}

/** Locked in one order, as everywhere. */
const isSent = statement(
  'record-sent',
  `WITH asked AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked (n int, id text, fence int, "attemptId" text, at timestamptz,
       address text, tag text, revision int, ref text, unheard int)
   ), ended AS (
     UPDATE attempt SET "endedAt" = at, outcome = 'sent', detail = NULL FROM asked WHERE attempt.id = "attemptId"
   ), free AS (
     UPDATE pace SET state = state - 'busy' FROM asked WHERE key = address AND state -> 'busy' ->> 'tag' = tag
   ), m AS (
     SELECT message.id, asked.n FROM message JOIN asked ON asked.id = message.id AND asked.fence = message.fence
     ORDER BY message.seq FOR UPDATE OF message
   )
   UPDATE message SET state = CASE WHEN message.revision > asked.revision THEN 'waiting'::"MessageState" ELSE 'sent' END,
     "dueAt" = CASE WHEN message.revision > asked.revision THEN at END, "externalRef" = ref, "sentTo" = asked.address,
     "sentRevision" = asked.revision,
     "failureDueAt" = CASE WHEN lane = 'pages' AND tries > unheard AND "sentRevision" = 0 THEN at ELSE "failureDueAt" END,
     "sentAt" = coalesce("sentAt", at), tries = 0, reason = NULL
   FROM m JOIN asked USING (n) WHERE message.id = m.id RETURNING asked.n, state`,
  z.object({ n: z.number(), state: z.string() }),
);

/**
 * Writes down how a try ended; true when the message needs nothing more. A result whose fence is no longer the message's
 * changes only its own attempt.
 */
export async function recordSent(sending: Sending, ended: EndedTry): Promise<boolean> {
  const { database, clock } = sending;
  const { claim, attemptId, result } = ended;
  if (result.outcome !== 'sent') {
    await database.trip(trip => recordOther(trip, ended));
    return false;
  }
  const { message, fence, address } = claim;
  const { id, revision, via } = message;
  const [row] = await database.writeEach(isSent, {
    ...{ id, fence, attemptId, revision, at: clock.now() },
    ...{ address: addressKey(address), tag: tagOf(claim) },
    ...{ ref: result.ref, unheard: unheardTriesOf(via) },
  });
  return row?.state === 'sent';
}

async function recordOther(trip: Trip, { claim, attemptId, result }: EndedTry): Promise<void> {
  const { tx, now } = trip;
  const message = await lockMessage(trip, claim.message.key);
  await tx.attempt.update({
    where: { id: attemptId },
    data: {
      endedAt: now,
      outcome: result.outcome,
      detail: 'detail' in result ? result.detail : null,
    },
  });
  await endTurn(trip, { claim, result });
  if (!message || message.fence !== claim.fence) return;
  const outcome = outcomeOf(claim, result, message.isRepeat);
  await tx.message.update({
    where: { id: message.id },
    data: savedAs(outcome, { claim, message, now }),
  });
}

const endPace = statement(
  'end-pace',
  `UPDATE pace SET state = CASE WHEN $3::float8 IS NULL THEN state - 'busy'
     ELSE jsonb_set(state - 'busy', '{heldUntil}', to_jsonb(greatest($3, coalesce((state ->> 'heldUntil')::float8, 0)))) END
   WHERE key = $1 AND ($2::text IS NULL OR state -> 'busy' ->> 'tag' = $2)`,
  z.never(),
);

/** Nothing is underway at the address any more; what the platform does not want yet is held for as long as it said. */
async function endTurn(
  trip: Trip,
  { claim, result }: Pick<EndedTry, 'claim' | 'result'>,
): Promise<void> {
  if (!claim.surface.limits) return;
  const later = result.outcome === 'looked' ? laterOf(result.found) : result;
  const scope = later?.outcome === 'retry' ? later.holds : undefined;
  const until =
    scope && plus(trip.now, retryPause(claim.message.lane, claim.tries, afterOf(later))).getTime();
  const own = addressKey(claim.address);
  await trip.run(endPace, [own, tagOf(claim), scope === 'address' ? until : null]);
  if (scope === 'workspace') await trip.run(endPace, [workspaceKey(claim.address), null, until]);
}

function afterOf(later: Sent | null): number | undefined {
  return later?.outcome === 'retry' ? later.afterMilliseconds : undefined;
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
  const isNewer = message.revision > claim.message.revision;
  const isFirstCall = claim.message.lane === 'pages' && message.sentRevision === 0;
  const unheardTries = unheardTriesOf(claim.message.via);
  const unheard = isFirstCall && claim.tries === unheardTries ? { failureDueAt: now } : {};
  switch (outcome.next) {
    case 'sent':
      return {
        ...(isFirstCall && claim.tries > unheardTries ? { failureDueAt: now } : {}),
        state: isNewer ? 'waiting' : 'sent',
        dueAt: isNewer ? now : null,
        externalRef: outcome.ref,
        sentTo: addressKey(claim.address),
        sentRevision: claim.message.revision,
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
        ...unheard,
      };
    case 'lost':
      return {
        state: 'lost',
        dueAt: plus(now, outcome.pause),
        reason: outcome.reason,
        ...unheard,
      };
    case 'end': {
      const { state, reason, isDoubtful } = outcome;
      const failureDueAt = isFirstCall ? now : null;
      if (!isNewer || (isDoubtful && claim.message.lane !== 'pages'))
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
      const pause = lookPause(claim.message.lane, claim.tries);
      return { next: 'lost', pause, reason: result.detail };
    }
    case 'looked': {
      const after = afterLoss({ lane: claim.message.lane, wasRepeated, found: result.found });
      if (after.next === 'look' && !isSpent(claim)) {
        const pause = retryPause(claim.message.lane, claim.tries, after.afterMilliseconds);
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
    pause: retryPause(claim.message.lane, claim.tries, result.afterMilliseconds),
    isRepeat,
    reason: result.detail,
  };
}

function isSpent({ message, tries }: Claim): boolean {
  return tries >= deliveryPolicy.mostTries[message.lane];
}

function spent(claim: Claim, detail: string): Extract<Outcome, { next: 'end' }> {
  const reason = `Given up after ${claim.tries} tries: ${detail}`;
  return { next: 'end', state: 'failed', isDoubtful: false, reason };
}
