import type { Trip } from '../shared/database.ts';
import { loadHolidays } from './load-holidays.ts';

/** Somebody stands for the computed holidays of a customer: from now on they are days without work. Returns how many; null without a rule. */
export async function confirmHolidays(
  trip: Trip,
  { customerId, byId }: { customerId: string; byId: string },
): Promise<number | null> {
  const { tx, now, random } = trip;
  const list = await loadHolidays(trip, customerId);
  if (!list) return null;
  const after = list.days.map(({ date }) => date);
  await tx.publicHoliday.update({
    where: { customerId },
    data: { confirmed: after, confirmedAt: now, confirmedById: byId },
  });
  await tx.customer.update({ where: { id: customerId }, data: { publicHolidays: after } });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: 'holidays',
      customerId,
      subject: customerId,
      before: [...list.confirmed],
      after,
    },
  });
  return after.length;
}
