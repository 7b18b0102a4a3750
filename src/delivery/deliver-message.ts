import type { Database } from '../shared/database.ts';
import { messageOf, unreachable } from '../shared/errors.ts';
import type { Claim } from './claim-message.ts';
import { type Result, recordSent } from './record-sent.ts';

/** Hands a claimed message to its platform, outside any transaction, and records how that ended. */
export async function deliverMessage(database: Database, claim: Claim): Promise<Result['outcome']> {
  const result = await carryOut(claim);
  await database.trip(trip => recordSent(trip, claim, result));
  return result.outcome;
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
