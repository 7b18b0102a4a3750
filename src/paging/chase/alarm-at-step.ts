import type { Trip } from '../../shared/database.ts';
import type { Step } from '../ladder/chase.ts';
import type { Roster } from '../ladder/roster.ts';
import type { Page } from '../page/page.ts';
import { soundAlarm } from './sound-alarm.ts';
import { whomWords } from './whom-words.ts';

export interface StepOfPage {
  readonly page: Page;
  readonly roster: Roster;
  readonly step: Step;
}

/** When nobody is left to be called, that is said aloud, once. */
export async function alarmAtStep(trip: Trip, { page, roster, step }: StepOfPage): Promise<void> {
  const { position, kind, fallbackCalls } = step;
  const isFirstFallback = kind === 'fallback' && fallbackCalls === 0;
  if (!isFirstFallback || page.policy.isGentle) return;
  const whom = whomWords(step, { roster, now: trip.now });
  await soundAlarm(trip, { page, round: position.round, whom });
}
