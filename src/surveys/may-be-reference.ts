import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import type { Survey } from './stored-survey.ts';
import { isPromoter, surveyPolicy } from './survey.ts';

/** Only whoever would recommend us, who has never said yes, nor no in the last year, and at most twice in a year. */
export async function mayBeReference({ tx, now }: Trip, survey: Survey): Promise<boolean> {
  const { kind, score, personId } = survey;
  if (score === null || !isPromoter(kind, score)) return false;
  const asked = await tx.survey.findMany({
    where: { personId, referenceAt: { not: null } },
    orderBy: { referenceAt: 'desc' },
  });
  if (asked.some(({ reference }) => reference === 'agreed')) return false;
  const yearAgo = plus(now, -365 * day);
  const lately = asked.filter(({ referenceAt }) => referenceAt && referenceAt > yearAgo);
  const isRefused = lately.some(({ reference }) => reference !== 'asked');
  return !isRefused && lately.length < surveyPolicy.referencesAYear;
}
