import { isBefore, plus } from '../shared/time.ts';
import { type Cast, canRead } from './cast.ts';
import type { MessageLine } from './line.ts';
import type { Deed, Habit } from './scenario.ts';

/** An answer that somebody will give by habit. */
export interface Intent {
  readonly at: Date;
  readonly habit: Habit;
  /** What the button they would press is about; once somebody pressed it, nobody presses it again. */
  readonly subject: string;
  readonly messageId: string;
}

/** The answers that a newly sent message calls for. `delay` is a share in [0, 1) of the time each habit allows. */
export function answersTo(
  line: MessageLine,
  habits: readonly Habit[],
  {
    cast,
    storyTime,
    delay,
  }: { readonly cast: Cast; readonly storyTime: Date; readonly delay: () => number },
): Intent[] {
  if (line.edited || line.via !== 'chat') return [];
  return habits.flatMap(habit => {
    const offered = line.actions.find(({ id }) => id === habit.action);
    if (!offered || !canRead(cast, habit.personId, line.to)) return [];
    if (isBefore(storyTime, habit.from) || !isBefore(storyTime, habit.until)) return [];
    // Nobody answers in the same instant: between a quarter of the time allowed and all of it.
    const pause = Math.round(habit.withinMilliseconds * (0.25 + 0.75 * delay()));
    return [
      { at: plus(storyTime, pause), habit, subject: offered.subject, messageId: line.messageId },
    ];
  });
}

/** What somebody does when the moment of their answer has come. */
export function deedOf({ habit }: Intent, to: string, cast: Cast): Deed {
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
