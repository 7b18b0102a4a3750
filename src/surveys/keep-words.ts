import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { finishSurvey } from './finish-survey.ts';
import { mayBeReference } from './may-be-reference.ts';
import { surveyFrom } from './stored-survey.ts';
import { isPraise } from './survey.ts';

export interface Reason {
  readonly surveyId: string;
  readonly name: string;
  readonly words: string;
}

export interface KeptWords {
  /** Whether they may be asked to be a reference. */
  readonly mayAsk: boolean;
  /** They go with one of the best scores. */
  readonly isPraise: boolean;
}

/** Keeps the words that go with a score; null when there were words before. */
export async function keepWords(
  trip: Trip,
  { surveyId, name, words }: Reason,
): Promise<KeptWords | null> {
  const { tx, now } = trip;
  const { count } = await tx.survey.updateMany({
    where: { id: surveyId, score: { not: null }, words: null },
    data: { words },
  });
  if (count === 0) return null;
  const survey = surveyFrom(await tx.survey.findUniqueOrThrow({ where: { id: surveyId } }));
  await recordEvent(trip, {
    customerId: survey.customerId,
    kind: 'feedback',
    visibility: 'internal',
    text: `${name}, asked for the reason: "${words}"`,
    authorId: survey.personId,
    data: { surveyId },
  });
  await finishSurvey(trip, survey);
  const mayAsk = await mayBeReference(trip, survey);
  if (mayAsk) {
    const data = { reference: 'asked', referenceAt: now };
    await tx.survey.update({ where: { id: surveyId }, data });
  }
  return { mayAsk, isPraise: survey.score !== null && isPraise(survey.kind, survey.score) };
}
