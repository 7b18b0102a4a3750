import type { Customer } from '../../customers/customer.ts';
import { getEscalation } from '../../paging/ladder/get-escalation.ts';
import { loadRoster } from '../../paging/ladder/load-roster.ts';
import { describePerson, reachablePeople } from '../../paging/ladder/roster.ts';
import type { Trip } from '../../shared/database.ts';

/** Who would be called for this customer now, in order, as the customer calls them: "your advocate Ada". */
export async function listCallOrder(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customer: Customer,
): Promise<string[]> {
  const escalation = await getEscalation(tx, customer.escalationId);
  const roster = await loadRoster(tx, customer, { escalation });
  const ids = escalation.levels.flatMap(level =>
    reachablePeople(level, roster, { now, used: [] }).map(({ personId }) => personId),
  );
  return [...new Set(ids)].map(id => describePerson(id, roster, now));
}
