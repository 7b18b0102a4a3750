import type { Trip } from '../shared/database.ts';
import { current } from './leave.ts';

/** "I'm back": what was planned is off, what has begun ends now. Returns at how many customers. */
export async function endLeave({ tx, now, random }: Trip, personId: string): Promise<number> {
  const rows = await tx.standIn.findMany({
    where: { personId, state: { in: [...current] } },
    orderBy: { id: 'asc' },
  });
  for (const { id, state, customerId } of rows) {
    const data =
      state === 'planned' ? { state: 'cancelled', dueAt: null } : { until: now, dueAt: now };
    await tx.standIn.update({ where: { id }, data });
    await tx.audit.create({
      data: {
        id: random.id(),
        at: now,
        actorId: personId,
        action: 'leave.end',
        customerId,
        subject: id,
      },
    });
  }
  return rows.length;
}
