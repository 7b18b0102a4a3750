import { messageOf, unreachable } from '../shared/errors.ts';
import type { Claim } from './claim-messages.ts';
import { confirmClaim } from './confirm-claim.ts';
import { type Result, recordSent } from './record-sent.ts';
import type { Sending } from './sending.ts';
import type { Outgoing } from './surface.ts';

/** How far a claim came. */
export interface Delivered {
  /** How the call ended; `held` when the message may not be said any more, or not yet. */
  readonly outcome: Result['outcome'] | 'held';
  /** The message needs nothing more. */
  readonly isDone: boolean;
}

/** Hands a claimed message to its platform, outside any transaction, and records how that ended. */
export async function deliverMessage(sending: Sending, claim: Claim): Promise<Delivered> {
  const confirmed = await confirmClaim(sending, claim);
  if (!confirmed.goes) return { outcome: 'held', isDone: false };
  const result = await carryOut(claim, confirmed.outgoing);
  const isDone = await recordSent(sending, { claim, attemptId: confirmed.attemptId, result });
  return { outcome: result.outcome, isDone };
}

async function carryOut({ task, surface, message }: Claim, outgoing: Outgoing): Promise<Result> {
  try {
    switch (task) {
      case 'send':
        return await surface.send(outgoing);
      case 'edit':
        return await surface.edit(outgoing, message.externalRef ?? '');
      case 'find':
        return { outcome: 'looked', found: await surface.find(outgoing) };
      default:
        return unreachable(task);
    }
  } catch (error) {
    // A surface that throws broke its promise; what it did before is unknown.
    return task === 'find'
      ? { outcome: 'looked', found: undefined }
      : { outcome: 'unknown', detail: messageOf(error) };
  }
}
