import type { Customer } from '../customers/customer.ts';
import { getEscalation } from '../paging/ladder/get-escalation.ts';
import type { Trip } from '../shared/database.ts';
import { type LevelStanding, type Lookout, ladderStanding } from './ladder.ts';
import { loadLookout } from './load-lookout.ts';
import type { Stretch } from './readiness.ts';

/** A customer's ladder as it stands through a stretch, level by level, and what it was looked at with. */
export interface Ladder {
  readonly levels: readonly LevelStanding[];
  readonly lookout: Lookout;
}

/** Reads who could be reached for this customer in the stretch. */
export async function loadLadder(
  { tx }: Pick<Trip, 'tx'>,
  customer: Customer,
  stretch: Stretch,
): Promise<Ladder> {
  const escalation = await getEscalation(tx, customer.escalationId);
  const lookout = await loadLookout({ tx }, stretch);
  return { levels: ladderStanding(escalation, rolesOf(customer), lookout), lookout };
}

/** Who is what to this customer. */
export function rolesOf({ advocateId, backupId, salesId, managerId }: Customer) {
  return { advocate: advocateId, backup: backupId, sales: salesId, manager: managerId };
}
