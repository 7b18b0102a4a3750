import type { Trip } from '../../shared/database.ts';
import { scoreSurvey } from '../../surveys/score-survey.ts';
import { surveyFrom } from '../../surveys/stored-survey.ts';
import { scoreFrom } from '../../surveys/survey.ts';
import { placeCustomerOf, questionIdOf, type Turn } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { surveyThanksKey } from '../words/survey-thanks.ts';

/** A bare "9" from whoever was asked for a score. Null when it is none, or picks one of the choices we gave since. */
export async function answerScore(trip: Trip, turn: Turn, text: string): Promise<Reply[] | null> {
  const { tx, now } = trip;
  const { actor } = turn;
  if (actor?.side !== 'customer' || !actor.customerId || !/\d/.test(text)) return null;
  const place = placeCustomerOf(turn);
  if (place && place.id !== actor.customerId) return null;
  const asked = { personId: actor.id, customerId: actor.customerId, state: 'asked' };
  const row = await tx.survey.findFirst({ where: asked, orderBy: { askedAt: 'desc' } });
  const score = row && scoreFrom(surveyFrom(row).kind, text);
  if (!row?.askedAt || score === null) return null;
  const choice = await tx.openQuestion.findUnique({ where: { id: questionIdOf(turn) } });
  if (choice && choice.expiresAt > now && choice.askedAt > row.askedAt) return null;
  const card = await scoreSurvey(trip, { surveyId: row.id, score });
  return card && [{ card, key: surveyThanksKey(row.id) }];
}
