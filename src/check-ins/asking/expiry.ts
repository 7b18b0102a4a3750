import { businessSpan, isBusinessTime } from '../../shared/business-hours.ts';
import { dateIn, earliest, plus } from '../../shared/time.ts';
import { checkInPolicy } from '../cadence/policy.ts';
import { runsRoundTheClock, type Scene } from '../cadence/scene.ts';

/**
 * Until when a question of `at` may still reach the customer: two hours, and outside the window no longer than
 * business goes on. A time outside business hours that the customer wished for has its two hours.
 */
export function expiryOf(scene: Scene, at: Date): Date {
  const { customer } = scene;
  const late = plus(at, checkInPolicy.tooLateMilliseconds);
  if (runsRoundTheClock(scene, at) || !isBusinessTime(at, customer)) return late;
  const span = businessSpan(dateIn(customer.timeZone, at), customer);
  return earliest([late, span?.until ?? null]) ?? late;
}
