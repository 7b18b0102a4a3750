import type { Customer } from '../../../customers/customer.ts';
import { shared, type Text, time } from '../../../delivery/audience.ts';
import { isBusinessTime, nextBusinessTime } from '../../../shared/business-hours.ts';

/** When somebody answers who need not be woken for it: "today", "from Mon 09:00". */
export function officeHours(customer: Customer, now: Date): Text<'shared'> {
  if (isBusinessTime(now, customer)) return shared`today`;
  return shared`from ${time(nextBusinessTime(now, customer))}`;
}
