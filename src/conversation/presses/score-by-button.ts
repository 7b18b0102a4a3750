import { findPerson } from '../../customers/find-person.ts';
import { shared } from '../../delivery/audience.ts';
import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { scoreSurvey } from '../../surveys/score-survey.ts';
import { surveyFrom } from '../../surveys/stored-survey.ts';
import { scoreFrom } from '../../surveys/survey.ts';
import { answer, type Reply } from '../replies/reply.ts';
import { surveyThanksKey } from '../words/survey-thanks.ts';
import type { CheckedPress } from './checked-press.ts';

/** "9": a score, of whoever was asked and of nobody else. */
export async function scoreByButton(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { turn, customerId } = press;
  const { id, value } = valuedSubjectFrom(press.subject);
  const survey = surveyFrom(await trip.tx.survey.findUniqueOrThrow({ where: { id } }));
  if (turn.actor?.id !== survey.personId) {
    const asked = await findPerson(trip.tx, survey.personId);
    const whose = asked ? shared`That question is for ${named(asked.name)}.` : shared`Thank you.`;
    return [answer(customerId, whose)];
  }
  const score = scoreFrom(survey.kind, value ?? '');
  const card = score === null ? null : await scoreSurvey(trip, { surveyId: id, score });
  if (!card) return [answer(customerId, shared`Thank you, I have your answer already.`)];
  return [{ card, key: surveyThanksKey(id) }];
}
