import type { Evidence } from '../../confidence/evidence.ts';
import { businessHoursBetween } from '../../shared/business-hours.ts';
import { hour, minute, plus, since } from '../../shared/time.ts';
import { checkInPolicy } from '../cadence/policy.ts';
import { runsRoundTheClock, type Scene } from '../cadence/scene.ts';
import { isHumane, nextDaySlot, slotAfter } from '../cadence/slot.ts';
import type { CheckIn } from './check-in.ts';

/** The rule that pages when a customer in trouble falls silent. */
export const silenceRule = 'silent-after-trouble';

/** The kind of the tasks that silence opened. */
export const silenceTaskKind = 'silent';

/** The keys of the tasks that silence opened begin so. */
export function silenceTaskKeyPrefix(transitionId: string): string {
  return `silent:${transitionId}:`;
}

/** When nobody has answered yet: how long we wait before the repeat, or before a human takes over. */
export function silenceDue(scene: Scene, at: Date): Date {
  if (!runsRoundTheClock(scene, at)) return nextDaySlot(scene, at);
  const { shareOfRung, atLeastMilliseconds } = checkInPolicy.repeatInWindow;
  const share = checkInPolicy.rungHours[scene.cadence.rung] * hour * shareOfRung;
  return plus(at, Math.max(share, atLeastMilliseconds));
}

/** What happens to a check-in nobody has answered. */
export type AfterSilence =
  | { readonly next: 'repeat' }
  | { readonly next: 'wait'; readonly until: Date; readonly reason: string }
  | { readonly next: 'end' };

export interface Quiet {
  readonly hasOpenPage: boolean;
  readonly unpromptedToday: number;
}

/** One gentle repeat at most; then a human. Never a third message. */
export function afterSilence(
  scene: Scene,
  { checkIn, quiet }: { readonly checkIn: CheckIn; readonly quiet: Quiet },
  now: Date,
): AfterSilence {
  const { cadence } = scene;
  const isWindow = runsRoundTheClock(scene, now);
  const wait = (until: Date, reason: string): AfterSilence => ({ next: 'wait', until, reason });
  if (quiet.hasOpenPage) {
    const later = isWindow ? plus(now, 30 * minute) : nextDaySlot(scene, now);
    return wait(later, 'a page is open');
  }
  const isLast = checkIn.state === 'repeated' || !checkIn.mayRepeat || cadence.stopped;
  if (isLast) return { next: 'end' };
  if (cadence.pausedUntil && cadence.pausedUntil > now) {
    return wait(slotAfter(scene, cadence.pausedUntil), 'check-ins are paused');
  }
  if (isWindow) return { next: 'repeat' };
  if (!isHumane(now, scene)) return wait(slotAfter(scene, now), 'quiet hours');
  const isLate =
    checkIn.dueAt !== null && since(checkIn.dueAt, now) > checkInPolicy.tooLateMilliseconds;
  if (isLate) return wait(nextDaySlot(scene, now), 'more than 2 h late');
  if (quiet.unpromptedToday >= checkInPolicy.budgetPerDay) {
    return wait(nextDaySlot(scene, now), 'the customer already had a message from us today');
  }
  return { next: 'repeat' };
}

/** True when the last thing heard before the question was trouble, not long before: falling silent then deserves a page. */
export function isSilentAfterTrouble({ evidence, customer }: Scene, askedAt: Date): boolean {
  const last = lastVoice(evidence, askedAt);
  if (!last || !isTrouble(last)) return false;
  const hours = businessHoursBetween(last.at, askedAt, customer);
  return hours <= checkInPolicy.silentAfterTroubleBusinessHours;
}

/** True when the last thing this customer let us hear was trouble, however long ago. */
export function wasLastTrouble({ evidence }: Scene, now: Date): boolean {
  const last = lastVoice(evidence, now);
  return last !== undefined && isTrouble(last);
}

function lastVoice(evidence: Scene['evidence'], until: Date): Evidence | undefined {
  return evidence.findLast(({ at, kind }) => at <= until && isVoice(kind));
}

function isVoice(kind: Evidence['kind']): boolean {
  return kind !== 'silence' && kind !== 'late-milestone' && kind !== 'missed-promise';
}

function isTrouble({ kind }: Evidence): boolean {
  return kind === 'worried' || kind === 'complaint' || kind === 'page';
}
