import type { Working } from '../shared/business-hours.ts';
import { isBusinessTime, nextBusinessTime } from '../shared/business-hours.ts';
import { dateIn, hour, nextDate, plus, wallClock } from '../shared/time.ts';

/** Something that a customer did not ask for and that can wait, whose turn it is, and what goes on around it. */
export interface UnpromptedScene {
  readonly plannedAt: Date;
  /** So long after its moment it is still worth saying, in milliseconds. */
  readonly keeps: number;
  readonly hasPlace: boolean;
  /** They asked us to stop, or have gone silent: then nothing more is sent. */
  readonly isLeftAlone: boolean;
  /** A page, a worry or a late step is open. */
  readonly openTrouble: string | null;
  readonly unpromptedToday: number;
  /** Check-ins we told them of that come before their day ends. */
  readonly promisedToday: number;
  readonly heardAt: Date | null;
  readonly working: Working;
}

export type UnpromptedVerdict =
  | { readonly kind: 'ask' }
  | { readonly kind: 'wait'; readonly until: Date; readonly reason: string }
  | { readonly kind: 'drop'; readonly reason: string };

/** Whether it is said now, later, or never: at its moment, in quiet hours never, and inside the one contact budget. */
export function unpromptedVerdict(scene: UnpromptedScene, now: Date): UnpromptedVerdict {
  const { plannedAt, keeps, hasPlace, isLeftAlone, openTrouble, working } = scene;
  if (plus(plannedAt, keeps) < now) return { kind: 'drop', reason: 'its moment is over' };
  if (!hasPlace) return { kind: 'drop', reason: 'no place of the customer is bound' };
  if (isLeftAlone) return { kind: 'drop', reason: 'they want to be left in peace' };
  if (openTrouble) return { kind: 'wait', until: tomorrow(now, working), reason: openTrouble };
  const quietUntil = scene.heardAt ? plus(scene.heardAt, hour) : now;
  if (quietUntil > now)
    return { kind: 'wait', until: quietUntil, reason: 'they spoke with us just now' };
  if (!isBusinessTime(now, working))
    return { kind: 'wait', until: nextBusinessTime(now, working), reason: 'quiet hours' };
  if (scene.unpromptedToday > 0)
    return {
      kind: 'wait',
      until: tomorrow(now, working),
      reason: 'they already had a message from us today',
    };
  if (scene.promisedToday > 0)
    return {
      kind: 'wait',
      until: tomorrow(now, working),
      reason: 'a check-in that we told them of comes today',
    };
  return { kind: 'ask' };
}

/** Later in the day than a check-in is asked, so that the one message of a day is the check-in first. */
const laterInTheDay = 3 * hour;

function tomorrow(now: Date, working: Working): Date {
  const { timeZone } = working;
  const midnight = wallClock(nextDate(dateIn(timeZone, now)), '00:00', timeZone);
  return plus(nextBusinessTime(midnight, working), laterInTheDay);
}
