import { badDayAt } from '../../confidence/outlook.ts';
import { hour, inZone, minute, plus, since } from '../../shared/time.ts';
import type { Cadence } from './cadence.ts';
import { checkInPolicy } from './policy.ts';
import { recentWords } from './recent-words.ts';
import { runsRoundTheClock, type Scene } from './scene.ts';
import { isHumane, nextDaySlot, slotAfter } from './slot.ts';

/** What surrounds a check-in that is due, besides its scene. */
export interface Surroundings {
  readonly hasOpenCheckIn: boolean;
  readonly hasOpenPage: boolean;
  /** The customer has a place to be asked in. */
  readonly hasPlace: boolean;
  readonly unprompted: Unprompted;
  /** They were asked about another change since they last spoke: what they said has been followed up, for all changes. */
  readonly isFollowedUp: boolean;
  /** When a milestone of this transition last changed; asked only while check-ins rest. */
  readonly milestoneAt: Date | null;
  /** When a vendor person last closed what this silence opened: its task or its page. */
  readonly silenceClosedAt: Date | null;
  /** When the customer declined to end the check-ins, after having said stop. */
  readonly wentOnAt: Date | null;
}

/** What reached a customer unasked today, on its own calendar. */
export interface Unprompted {
  /** With those that another change of theirs was promised and that are still to come. */
  readonly today: number;
  /** When the last of them that was sent was written; null = none was. */
  readonly lastAt: Date | null;
}

/** What to do about a check-in that is due. */
export type Verdict =
  /** Ask now. `instead` is why the one that was due is skipped; `isAttempt` = a single try at a silent customer. */
  | { readonly kind: 'ask'; readonly instead?: string; readonly isAttempt?: true }
  /** Do not ask, write down why, and look again then. `heardAt`: words of then stand for an answer. */
  | {
      readonly kind: 'skip';
      readonly reason: string;
      readonly next: Date | null;
      readonly heardAt?: Date;
    }
  /** Nothing was due; look again then. */
  | { readonly kind: 'idle'; readonly reason: string; readonly next: Date | null }
  /** The customer wants us back: plan afresh. */
  | { readonly kind: 'go-on' };

/** Every rule about not sending, in one place and in order. */
export function verdictOn(scene: Scene, around: Surroundings, now: Date): Verdict {
  const { cadence, transition } = scene;
  if (transition.phase === 'graduated') return { kind: 'idle', reason: 'graduated', next: null };
  const isWish = cadence.dueFor === 'wish';
  if (around.hasOpenCheckIn) {
    return { kind: 'idle', reason: 'asked, waiting for an answer', next: null };
  }
  if (cadence.stopped && !isWish) return whileStopped(scene, around, now);
  if (cadence.pausedUntil && cadence.pausedUntil > now && !isWish) {
    const next = runsRoundTheClock(scene, now)
      ? cadence.pausedUntil
      : slotAfter(scene, cadence.pausedUntil);
    return { kind: 'skip', reason: 'check-ins are paused', next };
  }
  if (cadence.restingSince && !isWish) return whileResting(scene, around, now);
  return hindered(scene, around, now) ?? inTime(scene, now);
}

function inTime(scene: Scene, now: Date): Verdict {
  const { cadence } = scene;
  const isLate =
    cadence.dueAt !== null && since(cadence.dueAt, now) > checkInPolicy.tooLateMilliseconds;
  if (!isLate) return { kind: 'ask' };
  const reason = 'more than 2 h late';
  if (runsRoundTheClock(scene, now)) return { kind: 'ask', instead: reason };
  return { kind: 'skip', reason, next: nextDaySlot(scene, now) };
}

function hindered(scene: Scene, around: Surroundings, now: Date): Verdict | null {
  const { cadence } = scene;
  const isWindow = runsRoundTheClock(scene, now);
  if (!around.hasPlace) {
    return { kind: 'skip', reason: 'no place of the customer is bound', next: nextTry(scene, now) };
  }
  if (around.hasOpenPage) {
    return { kind: 'skip', reason: 'a page is open', next: nextTry(scene, now) };
  }
  if (cadence.dueFor === 'wish') return null;
  const { window, otherwise } = checkInPolicy.spokeSpellMilliseconds;
  const quietUntil = cadence.heardAt ? plus(cadence.heardAt, isWindow ? window : otherwise) : now;
  if (quietUntil > now) {
    const next = isWindow || isHumane(quietUntil, scene) ? quietUntil : nextDaySlot(scene, now);
    return { kind: 'skip', reason: 'the customer spoke with us just now', next };
  }
  if (isWindow) return null;
  if (!isHumane(now, scene)) {
    return { kind: 'skip', reason: 'quiet hours', next: slotAfter(scene, now) };
  }
  const words = cadence.dueFor === 'slot' ? recentWords(scene, now) : null;
  if (words) {
    const reason = 'the customer has written to us since the last question';
    return { kind: 'skip', reason, next: words.until, heardAt: words.heardAt };
  }
  return overBudget(scene, around, now);
}

/**
 * A follow-up that we told of, once for all changes, is not unprompted; a rung of hours that a person chose
 * is wanted, at that distance from whatever else they had from us.
 */
function overBudget(
  scene: Scene,
  { unprompted, isFollowedUp }: Surroundings,
  now: Date,
): Verdict | null {
  const { cadence } = scene;
  if (cadence.dueFor === 'follow-up' && !isFollowedUp) return null;
  if (unprompted.today < checkInPolicy.budgetPerDay) return null;
  const turn = checkInPolicy.takesTurnMinutes * minute;
  const again = isChosen(cadence)
    ? plus(unprompted.lastAt ?? now, checkInPolicy.rungHours['4h'] * hour)
    : null;
  if (again && (unprompted.lastAt === null || plus(again, -turn) <= now)) return null;
  const reason = again
    ? 'the customer had a message from us less than four hours ago'
    : 'the customer already had a message from us today';
  const tomorrow = nextDaySlot(scene, now);
  const next = [again, plus(tomorrow, -turn)].find(at => at && isHumane(at, scene)) ?? tomorrow;
  return { kind: 'skip', reason, next };
}

function isChosen({ rung, pinned, pinnedRung, notSlower }: Cadence): boolean {
  return rung === '4h' && ((pinned && pinnedRung === rung) || notSlower === rung);
}

function nextTry(scene: Scene, now: Date): Date {
  const { cadence } = scene;
  if (!runsRoundTheClock(scene, now)) return nextDaySlot(scene, now);
  return plus(now, checkInPolicy.rungHours[cadence.rung] * hour);
}

function whileStopped(scene: Scene, { wentOnAt }: Surroundings, now: Date): Verdict {
  if (wentOnAt) return { kind: 'go-on' };
  return { kind: 'idle', reason: 'the customer asked us to stop', next: stoppedLook(scene, now) };
}

/** After a stop that may be the end, we look once a day whether the customer declined it and wants us back. */
export function stoppedLook(scene: Scene, now: Date): Date | null {
  const { phase } = scene.transition;
  return phase === 'settling' || phase === 'steady' ? nextDaySlot(scene, now) : null;
}

/** Silent customers are left in peace until a human, a milestone in the window or an expected bad day gives a reason. */
function whileResting(scene: Scene, around: Surroundings, now: Date): Verdict {
  const { cadence } = scene;
  const { silenceClosedAt } = around;
  if (silenceClosedAt && cadence.restingSince && silenceClosedAt >= cadence.restingSince) {
    return hindered(scene, around, now) ?? { kind: 'ask' };
  }
  if (!mayAttempt(scene, around, now)) {
    return { kind: 'idle', reason: 'resting after silence', next: restLook(scene, now) };
  }
  const hindrance = hindered(scene, around, now);
  return hindrance ?? { kind: 'ask', isAttempt: true };
}

function mayAttempt(scene: Scene, { milestoneAt }: Surroundings, now: Date): boolean {
  const { cadence, outlook } = scene;
  const { restingSince, restAttempt, lastAskedAt, rung } = cadence;
  if (runsRoundTheClock(scene, now)) {
    const last = lastAskedAt ?? restingSince;
    const isNews = milestoneAt !== null && last !== null && milestoneAt > last;
    return isNews && since(last, now) >= checkInPolicy.rungHours[rung] * hour;
  }
  const badDay = badDayAt(outlook, now);
  if (!badDay || (restingSince && restingSince.getTime() >= badDay.from)) return false;
  return restAttempt === null || daysBetween(restAttempt, now, scene) >= 7;
}

/** Whole days on the customer's calendar, so that the same weekday is a week later whatever the minute. */
function daysBetween(a: Date, b: Date, { customer }: Scene): number {
  const from = inZone(a, customer.timeZone).startOf('day');
  return Math.round(inZone(b, customer.timeZone).startOf('day').diff(from, 'days').days);
}

/** When a resting cadence is looked at again. */
export function restLook(scene: Scene, now: Date): Date {
  if (runsRoundTheClock(scene, now)) return plus(now, checkInPolicy.restLookInWindowMilliseconds);
  return nextDaySlot(scene, now);
}
