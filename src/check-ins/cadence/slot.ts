import { cadenceRate, nearFactor } from '../../confidence/confidence.ts';
import { badSpells } from '../../confidence/outlook.ts';
import { isShaken } from '../../confidence/standing.ts';
import {
  businessHoursBetween,
  businessSpan,
  isBusinessTime,
  plusBusinessHours,
} from '../../shared/business-hours.ts';
import { dateIn, hour, inZone, minute, nextDate, plus, wallClock } from '../../shared/time.ts';
import type { Rung } from './cadence.ts';
import { checkInPolicy } from './policy.ts';
import { runsRoundTheClock, type Scene } from './scene.ts';
import { nextRung } from './step.ts';

type Placed = Pick<Scene, 'cadence' | 'customer' | 'usualTime'>;

/** The next check-in after a contact at `from`, at the cadence's rung, or sooner where trouble is expected; null on request. */
export function nextSlot(scene: Scene, from: Date): Date | null {
  const { cadence, customer } = scene;
  if (cadence.rung === 'on-request') return null;
  const hours = checkInPolicy.rungHours[cadence.rung];
  const inWindow = plus(from, hours * hour);
  if (runsRoundTheClock(scene, inWindow)) return inWindow;
  const days = rungDays(cadence.rung);
  if (days === null) return humane(plusBusinessHours(from, hours, customer), scene);
  return nextDay(scene, { from, days });
}

/** The next slot after an answer: in the window the rhythm of the questions is kept. */
export function usualNext(scene: Scene, askedAt: Date | null, now: Date): Date | null {
  if (!runsRoundTheClock(scene, now) || !askedAt) return nextSlot(scene, now);
  const rhythm = plus(askedAt, checkInPolicy.rungHours[scene.cadence.rung] * hour);
  const calm = plus(now, checkInPolicy.spokeSpellMilliseconds.window);
  return new Date(Math.max(rhythm.getTime(), calm.getTime()));
}

/** The slot of the first working day, up to `days` on, on which the rung of that day says it is time. */
function nextDay(scene: Scene, { from, days }: { from: Date; days: number }): Date {
  let slot = slotAfter(scene, endOfDay(from, scene));
  for (let day = 1; day < days; day += 1) {
    if ((rungDays(rungThen(scene, slot)) ?? 0) <= day) return slot;
    slot = slotAfter(scene, endOfDay(slot, scene));
  }
  return slot;
}

function rungThen(scene: Scene, at: Date): Rung {
  const { cadence, transition, outlook, assessment } = scene;
  const rate = cadenceRate(outlook, at, nearFactor(outlook, assessment.standing, at));
  return nextRung({ cadence, phase: transition.phase, rate }, 'time');
}

function rungDays(rung: Rung): number | null {
  const days: Partial<Record<Rung, number>> = checkInPolicy.rungDays;
  return days[rung] ?? null;
}

/** The first check-in slot of a working day that is not before the instant. */
export function slotAfter(placed: Placed, at: Date): Date {
  let date = dateIn(placed.customer.timeZone, at);
  for (let days = 0; days <= 400; days += 1) {
    const slot = slotOn(placed, date);
    if (slot && slot >= at) return slot;
    date = nextDate(date);
  }
  return plus(at, 24 * hour);
}

/**
 * When a check-in comes on that date of the customer's calendar; null on a day without work. A time of
 * day the customer wished for holds even outside business hours; every other time keeps inside them.
 */
export function slotOn({ cadence, customer, usualTime }: Placed, date: string): Date | null {
  const span = businessSpan(date, customer);
  if (!span) return null;
  const { fixedTime, notBefore } = cadence;
  const wished = wallClock(date, fixedTime ?? usualTime, customer.timeZone);
  const earliest = notBefore ? wallClock(date, notBefore, customer.timeZone) : span.from;
  if (fixedTime) return notBefore ? later(wished, earliest) : wished;
  const last = plus(span.until, -checkInPolicy.beforeEndMinutes * minute);
  const inside = later(wished, span.from);
  return later(earlier(inside, last), earliest);
}

/** The instant itself when it is a humane one, else the next day's slot. */
export function humane(at: Date, placed: Placed): Date {
  return isHumane(at, placed) ? at : slotAfter(placed, at);
}

/** In business hours and not before the customer's own "not before", or exactly when the customer wished. */
export function isHumane(at: Date, placed: Placed): boolean {
  const { customer, cadence } = placed;
  const date = dateIn(customer.timeZone, at);
  const slot = slotOn(placed, date);
  if (!slot) return false;
  if (cadence.notBefore && at < wallClock(date, cadence.notBefore, customer.timeZone)) return false;
  const sinceSlot = at.getTime() - slot.getTime();
  if (
    sinceSlot >= 0 &&
    sinceSlot <= checkInPolicy.tooLateMilliseconds &&
    (cadence.fixedTime || cadence.notBefore)
  )
    return true;
  return isBusinessTime(at, customer);
}

/**
 * No time to ask less: an expected bad spell is underway and still will be at the next day's slot, or the customer
 * told of trouble within three working days. The latter counts neither in the window nor where a manager wants us light.
 */
export function isUnsettled(scene: Scene, at: Date): boolean {
  const { outlook, assessment, transition, cadence } = scene;
  const next = nextDaySlot(scene, at);
  const isBadSpell = badSpells(outlook, at, next).some(
    ({ from, until }) => from <= at && until > next,
  );
  const isHeld = transition.phase !== 'live' && cadence.closeness <= checkInPolicy.closeness.normal;
  return isBadSpell || (isHeld && isShaken(outlook, assessment.standing, at));
}

/** The slot of the next working day after the customer's day in which `at` lies. */
export function nextDaySlot(placed: Placed, at: Date): Date {
  return slotAfter(placed, endOfDay(at, placed));
}

/** When to ask again after a worry: in the window at its closest rung, else within one business day (4 h while settling). */
export function followUpSlot(scene: Scene, from: Date): Date {
  const { transition, customer, cadence } = scene;
  const inWindow = plus(from, checkInPolicy.rungHours[cadence.rung] * hour);
  if (runsRoundTheClock(scene, inWindow)) return inWindow;
  const { settling, otherwise } = checkInPolicy.afterWorryBusinessHours;
  const hours = transition.phase === 'settling' ? settling : otherwise;
  const latest = plusBusinessHours(from, hours, customer);
  const usual = nextDaySlot(scene, from);
  if (hours >= otherwise && businessHoursBetween(from, usual, customer) <= hours) return usual;
  const early = plus(latest, -checkInPolicy.beforeEndMinutes * minute);
  if (isHumane(latest, scene)) return latest;
  return early > from && isHumane(early, scene) ? early : slotAfter(scene, latest);
}

function later(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()));
}

function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()));
}

function endOfDay(at: Date, { customer }: Placed): Date {
  return inZone(at, customer.timeZone).startOf('day').plus({ days: 1 }).toJSDate();
}
