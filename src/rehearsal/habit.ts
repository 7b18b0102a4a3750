import { isBefore, minute, plus } from '../shared/time.ts';
import { type Cast, canRead } from './cast.ts';
import type { MessageLine } from './line.ts';
import type { Habit, ScenarioAction } from './scenario.ts';

/** An answer that somebody will give by habit. */
export interface PlannedAnswer {
  readonly at: Date;
  readonly habit: Habit;
  /** What the button they would press is about; once somebody pressed it, nobody presses it again. */
  readonly subject: string;
  readonly messageId: string;
}

interface Moment {
  readonly cast: Cast;
  readonly storyTime: Date;
  readonly count: number;
}

/** The answers that a newly sent message calls for; `count` says how many were given before, so that their pace varies. */
export function answersTo(
  line: MessageLine,
  habits: readonly Habit[],
  { cast, storyTime, count }: Moment,
): PlannedAnswer[] {
  if (line.edited || line.via !== 'chat') return [];
  return habits.flatMap(habit => {
    const offered = line.actions.find(({ id }) => id === habit.action);
    if (!offered || !canRead(cast, habit.personId, line.to)) return [];
    if (isBefore(storyTime, habit.from) || !isBefore(storyTime, habit.until)) return [];
    const pause = Math.round((habit.withinMilliseconds * paceOf(count)) / minute) * minute;
    return [
      { at: plus(storyTime, pause), habit, subject: offered.subject, messageId: line.messageId },
    ];
  });
}

/** What somebody does when the moment of their answer has come. */
export function deedOf({ habit }: PlannedAnswer, to: string, cast: Cast): ScenarioAction {
  const { personId, says, action } = habit;
  if (says === null) return { kind: 'presses', personId, action };
  return {
    kind: 'says',
    personId,
    placeId: cast.places.has(to) ? to : null,
    text: says,
    aside: false,
  };
}

/** Nobody answers in the same instant, nor always equally fast: a quarter of the time allowed up to all of it. */
function paceOf(count: number): number {
  const goldenRatio = 0.618034;
  return 0.25 + 0.75 * ((count * goldenRatio) % 1);
}
