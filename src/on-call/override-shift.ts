import type { Trip } from '../shared/database.ts';
import { changeOverrides } from './change-overrides.ts';

export interface Swap {
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  /** Who is on call instead. */
  readonly personId: string;
  readonly byId?: string | null;
}

/** Puts somebody else on call for a while, on top of every earlier override. */
export async function overrideShift(
  trip: Trip,
  { scheduleId, from, until, personId, byId }: Swap,
): Promise<'swapped' | 'not-found' | 'empty'> {
  if (until <= from) return 'empty';
  const isSwapped = await changeOverrides(trip, {
    scheduleId,
    byId: byId ?? null,
    action: 'swap',
    to: overrides => [...overrides, { from, until, personId }],
  });
  return isSwapped ? 'swapped' : 'not-found';
}
