import type { Trip } from '../../shared/database.ts';
import type { Step } from '../ladder/chase.ts';
import type { Roster } from '../ladder/roster.ts';
import type { Page } from '../page/page.ts';
import type { PageCall } from '../show/page-view.ts';
import { planCalls } from './plan-calls.ts';
import { soundAlarm } from './sound-alarm.ts';
import { whomWords } from './whom-words.ts';

export interface StepToPlan {
  readonly page: Page;
  readonly roster: Roster;
  readonly step: Step;
}

/** Plans the calls of a step and returns them; when nobody is left to be called, that is said aloud, once. */
export async function planStep(
  trip: Trip,
  { page, roster, step }: StepToPlan,
): Promise<PageCall[]> {
  const { position, calls, kind, fallbackCalls } = step;
  const planned = await planCalls(trip, { page, position, calls });
  const isFirstFallback = kind === 'fallback' && fallbackCalls === 0;
  if (isFirstFallback && !page.policy.isGentle) {
    const whom = whomWords(step, { roster, now: trip.now });
    await soundAlarm(trip, { page, round: position.round, whom });
  }
  return planned;
}
