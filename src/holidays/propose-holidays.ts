import { getCustomer } from '../customers/find-customer.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { dateIn, wallClock } from '../shared/time.ts';
import { holidayCard } from './holiday-card.ts';
import { loadHolidays } from './load-holidays.ts';

/** Engine handler: holidays nobody has confirmed are shown to whoever answers for the customer; each autumn those of the next year. */
export async function proposeHolidays(trip: Trip, customerId: string): Promise<void> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, customerId);
  const today = dateIn(customer.timeZone, now);
  const year = Number(today.slice(0, 4)) + (today < `${today.slice(0, 4)}-10-01` ? 0 : 1);
  const dueAt = wallClock(`${year}-10-01`, '09:00', customer.timeZone);
  await tx.publicHoliday.update({ where: { customerId }, data: { dueAt } });
  const list = await loadHolidays(trip, customerId);
  if (!list || (list.isKnown && list.days.every(({ date }) => list.confirmed.includes(date))))
    return;
  await sendMessage(trip, {
    key: `holidays:${customerId}:${now.toISOString()}`,
    lane: 'replies',
    to: { personId: customer.managerId ?? customer.advocateId },
    card: holidayCard(customer, list),
  });
}
