import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { day, since } from '../../shared/time.ts';
import { keepWords } from '../../surveys/keep-words.ts';
import { referenceCard } from '../../surveys/survey-card.ts';
import type { Intent } from '../../understanding/intent.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import { answer, type Reply } from '../replies/reply.ts';
import { isQuestion } from '../words/question-words.ts';
import { thankedSurvey } from '../words/survey-thanks.ts';
import type { Ask } from './answers/ask.ts';
import { hearVoice } from './hear-voice.ts';

const askedFor = 2 * day;

const asking: readonly Intent[] = ['status', 'next', 'who'];

/** "Quick, and she told us what it was" is an answer; "what's happening now" is none, with or without its mark. */
function asksSomething({ text, understanding }: Ask): boolean {
  return /[?？]\s*$/.test(text) || (isQuestion(text) && asking.includes(understanding.intent));
}

/** We asked for the reason of a score: what the same person says next is it. Null when we did not ask them. */
export async function takeReason(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { turn, customer, person, text, understanding } = ask;
  if (!person || understanding.urgent || asksSomething(ask)) return null;
  const [newest] = await listSeenMessages(trip, turn);
  const surveyId = newest ? thankedSurvey(newest.key) : null;
  if (!newest || surveyId === null || since(newest.createdAt, trip.now) > askedFor) return null;
  const survey = await trip.tx.survey.findUnique({ where: { id: surveyId } });
  if (survey?.personId !== person.id) return null;
  const kept = await keepWords(trip, { surveyId, name: person.name, words: text });
  if (!kept) return null;
  // Praise asks for no change; the scores have it.
  if (!kept.isPraise) await hearVoice(trip, ask, 'survey');
  const thanks = answer(customer.id, shared`Thank you, it is passed on in your words.`);
  if (!kept.mayAsk) return [thanks];
  const card = referenceCard({ id: surveyId, customerId: customer.id });
  return [thanks, { card, isPrivate: true }];
}
