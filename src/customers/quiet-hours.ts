import { isBusinessTime, nextBusinessTime, type Working } from '../shared/business-hours.ts';

/** When an unprompted message may next be sent: now in business hours or in the window, else when they begin. */
export function quietUntil(at: Date, customer: Working, isWindowOpen: boolean): Date | null {
  if (isWindowOpen || isBusinessTime(at, customer)) return null;
  return nextBusinessTime(at, customer);
}
