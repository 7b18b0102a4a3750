import type { Trip } from '../shared/database.ts';
import { changeOverrides } from './change-overrides.ts';
import type { Override } from './schedule.ts';

/** An override to be taken back. */
export interface EndedOverride extends Override {
  readonly scheduleId: string;
  readonly byId: string;
}

/** Takes an override back, so that whoever had the turn has it again. */
export async function endOverride(
  trip: Trip,
  { scheduleId, byId, ...ended }: EndedOverride,
): Promise<'ended' | 'not-found'> {
  const isEnded = await changeOverrides(trip, {
    scheduleId,
    byId,
    action: 'swap.undo',
    to: overrides => {
      const left = overrides.filter(one => !isSame(one, ended));
      return left.length === overrides.length ? null : left;
    },
  });
  return isEnded ? 'ended' : 'not-found';
}

function isSame(one: Override, other: Override): boolean {
  return (
    one.personId === other.personId && +one.from === +other.from && +one.until === +other.until
  );
}
