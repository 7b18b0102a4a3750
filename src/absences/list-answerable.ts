import { escalationFrom } from '../paging/ladder/escalation.ts';
import type { Tx } from '../shared/database.ts';

/** Who answers for a schedule: the managers of the customers whose escalation calls it, else their advocates; of ours and here. */
export async function listAnswerable(tx: Tx, scheduleId: string): Promise<string[]> {
  const policies = await tx.escalationPolicy.findMany();
  const calling = policies.filter(row =>
    escalationFrom(row).levels.some(({ to }) =>
      to.some(target => 'schedule' in target && target.schedule === scheduleId),
    ),
  );
  const customers = await tx.customer.findMany({
    where: { escalationId: { in: calling.map(({ id }) => id) } },
    select: { managerId: true, advocateId: true },
    distinct: ['managerId', 'advocateId'],
  });
  const ids = customers.map(({ managerId, advocateId }) => managerId ?? advocateId);
  const here = await tx.person.findMany({
    where: { id: { in: ids }, side: 'vendor', active: true },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return here.map(({ id }) => id);
}
