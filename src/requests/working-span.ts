import {
  type BusinessHours,
  businessHoursBetween,
  type Working,
} from '../shared/business-hours.ts';
import { minute, plus, since } from '../shared/time.ts';
import type { Contract } from './contract.ts';
import type { Work } from './service-request.ts';

/** When the work was done: from its start, or up to its closing, as long as it took. */
export function workingSpan({ startedAt, openedAt, closedAt, minutes }: Work): {
  readonly from: Date;
  readonly until: Date;
} {
  const length = minutes * minute;
  if (startedAt) {
    const end = plus(startedAt, length);
    // Minutes that were rounded up already would reach beyond the closing.
    return { from: startedAt, until: closedAt < end && closedAt > startedAt ? closedAt : end };
  }
  const from = plus(closedAt, -length);
  return {
    from: openedAt && openedAt > from && openedAt < closedAt ? openedAt : from,
    until: closedAt,
  };
}

/** Where and when the contract's ordinary hours are; the customer's own hours where it names none. */
export function contractHours(
  contract: Pick<Contract, 'hours'>,
  customer: { readonly timeZone: string; readonly businessHours: BusinessHours },
): Working {
  return { timeZone: customer.timeZone, businessHours: contract.hours ?? customer.businessHours };
}

/** Of the minutes worked, how many were outside the ordinary hours. */
export function minutesOutside(work: Work, ordinary: Working): number {
  const { from, until } = workingSpan(work);
  const inside = Math.round(businessHoursBetween(from, until, ordinary) * 60);
  const outside = Math.max(0, Math.round(since(from, until) / minute) - inside);
  return Math.min(work.minutes, outside);
}
