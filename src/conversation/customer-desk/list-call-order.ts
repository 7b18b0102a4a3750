import type { Customer } from '../../customers/customer.ts';
import type { Text } from '../../delivery/audience.ts';
import { describedText } from '../../paging/ladder/described.ts';
import { getEscalation } from '../../paging/ladder/get-escalation.ts';
import { loadRoster } from '../../paging/ladder/load-roster.ts';
import { reachablePeople } from '../../paging/ladder/roster.ts';
import type { Trip } from '../../shared/database.ts';

/** Who would be called for this customer now, in order, as the customer calls them: "your advocate Ada". */
export async function listCallOrder(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customer: Customer,
): Promise<Text<'shared'>[]> {
  const escalation = await getEscalation(tx, customer.escalationId);
  const roster = await loadRoster(tx, customer, { escalation });
  const ids = escalation.levels.flatMap(level =>
    reachablePeople(level, roster, { now, used: [] }).map(({ personId }) => personId),
  );
  return [...new Set(ids)].map(id => describedText(id, roster, now));
}
