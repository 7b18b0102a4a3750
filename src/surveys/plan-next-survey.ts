import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { planSurvey } from './plan-survey.ts';
import type { Survey } from './stored-survey.ts';
import { surveyPolicy } from './survey.ts';

/** Whether they would recommend us is asked again in a quarter; how something was solved is not. */
export async function planNextSurvey(trip: Trip, survey: Survey): Promise<void> {
  const { kind, key, customerId, personId, plannedAt } = survey;
  if (kind !== 'nps') return;
  const [, about = '', count = '1'] = key.split(':');
  await planSurvey(trip, {
    kind,
    occasion: `${about}:${Number(count) + 1}`,
    customerId,
    personId,
    at: plus(plannedAt, surveyPolicy.npsEvery),
  });
}
