import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { calendarText } from './calendar.ts';
import { hashFeed } from './feed-token.ts';
import { loadPlan } from './load-plan.ts';
import { loadShifts } from './load-shifts.ts';

/**
 * The calendar behind a secret address as an iCalendar file; null when there is none, it was revoked, or whoever or
 * whatever it is of is gone. Shifts go with whoever asked for them; a customer's plan stays as long as the customer.
 */
export async function loadCalendar(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  token: string,
): Promise<string | null> {
  const feed = await tx.calendarFeed.findUnique({ where: { hash: hashFeed(token) } });
  if (!feed) return null;
  const { customerId, scheduleId } = feed;
  if (customerId !== null) {
    const customer = await tx.customer.findUnique({ where: { id: customerId } });
    return customer && calendarText(customer.name, await loadPlan({ tx, now }, customerId), now);
  }
  const owner = await findPerson(tx, feed.personId);
  if (!owner?.active || owner.side !== 'vendor') return null;
  const name = scheduleId ? `On call: ${scheduleId}` : `On call: ${owner.name}`;
  const entries = await loadShifts({ tx, now }, { scheduleId, personId: owner.id });
  return calendarText(name, entries, now);
}
