import type { Database } from '../shared/database.ts';
import { messageOf, unreachable } from '../shared/errors.ts';
import { plus } from '../shared/time.ts';
import type { Claim } from './claim-message.ts';
import { retryPause } from './delivery-policy.ts';
import { laterOf } from './lost-message.ts';
import type { Pace } from './pace.ts';
import { type Result, recordSent } from './record-sent.ts';

/** Hands a claimed message to its platform, outside any transaction, and records how that ended. */
export async function deliverMessage(
  database: Database,
  claim: Claim,
  pace: Pace,
): Promise<Result['outcome']> {
  const { address } = claim.outgoing;
  try {
    const result = await carryOut(claim);
    const now = await database.trip(async trip => {
      await recordSent(trip, claim, result);
      return trip.now;
    });
    // While this try counts as underway nothing else goes there: what the platform does not want yet is held in time.
    const hold = holdOf(claim, result);
    if (hold) pace.hold(address, hold.scope, plus(now, hold.milliseconds));
    return result.outcome;
  } finally {
    pace.end({ tag: claim.tag, address });
  }
}

function holdOf({ tries }: Claim, result: Result) {
  const later = result.outcome === 'looked' ? laterOf(result.found) : result;
  if (later?.outcome !== 'retry' || !later.holds) return null;
  return { scope: later.holds, milliseconds: retryPause(tries, later.afterMilliseconds) };
}

async function carryOut(claim: Claim): Promise<Result> {
  try {
    switch (claim.task) {
      case 'send':
        return await claim.surface.send(claim.outgoing);
      case 'edit':
        return await claim.surface.edit(claim.outgoing, claim.ref ?? '');
      case 'find':
        return { outcome: 'looked', found: await claim.surface.find(claim.outgoing) };
      default:
        return unreachable(claim.task);
    }
  } catch (error) {
    // A surface that throws broke its promise; what it did before is unknown.
    return claim.task === 'find'
      ? { outcome: 'looked', found: undefined }
      : { outcome: 'unknown', detail: messageOf(error) };
  }
}
