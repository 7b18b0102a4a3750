import { internal } from '../../../delivery/audience.ts';
import { confirmHolidays } from '../../../holidays/confirm-holidays.ts';
import { holidayCard } from '../../../holidays/holiday-card.ts';
import { loadHolidays } from '../../../holidays/load-holidays.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `holidays northwind` shows a customer's computed public holidays, `holidays northwind confirm` has them count. */
export async function holidays(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    if (/^(?:confirm|confirmed|yes|ok)\b/i.test(rest.trim())) {
      const customerId = customer.id;
      await confirmHolidays(trip, { customerId, byId: command.actor.id });
    }
    const list = await loadHolidays(trip, customer.id);
    if (list) return [{ card: holidayCard(customer, list) }];
    return [
      note(
        customer.id,
        internal`${customer.name} has no public holidays in the setup. There it says, for example, "holidays: { country: US, region: ny }".`,
      ),
    ];
  });
}
