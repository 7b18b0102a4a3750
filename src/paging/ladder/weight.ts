import type { Escalation } from './escalation.ts';
import type { Level } from './level.ts';
import type { Target } from './target.ts';

/** `critical` wakes people; `gentle` waits for those who are awake, and for the morning. */
export const weights = ['critical', 'gentle'] as const;
export type Weight = (typeof weights)[number];

/** How long those who look after the customer have before the duty person of an open window is called. */
const quietMinutes = 15;
/** While a window is open, the duty person has this long, and all of them are called so often again. */
const dutyMinutes = 30;
const againTimes = 5;
/** A manager is asked again so often, in their working hours. */
const againMinutes = 24 * 60;

/**
 * What a rule noticed: advocate and backup hear of it by chat; while a window is open, whoever is on duty by every way
 * they have, again and again through the night; a manager by chat in the morning, and again each day.
 */
export function gentleEscalation(own: Escalation, window: 'open' | 'closed'): Escalation {
  const duty = own.levels.flatMap(({ to }) => to).filter(isSchedule);
  const quiet: Level = {
    to: [{ role: 'advocate' }, { role: 'backup' }],
    waitMinutes: quietMinutes,
    strategy: 'first-available',
    by: 'chat',
  };
  const onDuty: Level = { to: duty, waitMinutes: dutyMinutes, strategy: 'first-available' };
  const morning: Level = {
    to: [{ role: 'manager' }],
    waitMinutes: againMinutes,
    strategy: 'first-available',
    by: 'chat',
    when: 'working-hours',
  };
  const isWatched = window === 'open' && duty.length > 0;
  return {
    ...own,
    levels: isWatched ? [quiet, onDuty] : [quiet, morning],
    repeat: isWatched ? againTimes : 0,
    fallback: [{ role: 'manager' }],
    isGentle: true,
  };
}

function isSchedule(target: Target): boolean {
  return 'schedule' in target;
}
