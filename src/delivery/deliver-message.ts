import { messageOf, unreachable } from '../shared/errors.ts';
import type { Claim } from './claim-messages.ts';
import { confirmClaim } from './confirm-claim.ts';
import { type Result, recordSent } from './record-sent.ts';
import type { Sending } from './sending.ts';
import type { Outgoing } from './surface.ts';

/**
 * Hands a claimed message to its platform, outside any transaction, and records how that ended. `held` when it may not
 * be said any more, or not yet.
 */
export async function deliverMessage(
  sending: Sending,
  claim: Claim,
): Promise<Result['outcome'] | 'held'> {
  const confirmed = await confirmClaim(sending, claim);
  if (!confirmed.goes) return 'held';
  const result = await carryOut(claim, confirmed.outgoing);
  await recordSent(sending, { claim, attemptId: confirmed.attemptId, result });
  return result.outcome;
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
