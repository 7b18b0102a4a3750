import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { isQuestion } from '../words/question-words.ts';
import { sureness } from '../words/sureness.ts';
import { answers } from './answers/answers.ts';
import type { Ask } from './answers/ask.ts';
import { intentKinds } from './intent-kind.ts';
import { offerOnce } from './offer-once.ts';

/**
 * People talk to each other in their place. We speak only to a clear question that shared facts answer
 * (unless the place wants us silent until named), and offer a human when something sounds serious.
 */
export async function overhear(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { turn, understanding, text } = ask;
  if (turn.seat.kind !== 'place') return [];
  if (understanding.offer) {
    return offerOnce(trip, ask, shared`That sounds as if it should not wait.`);
  }
  const isAnswerable = intentKinds[understanding.intent] === 'question' && isQuestion(text);
  const isClear = understanding.confidence >= sureness.toSpeakUnasked;
  if (turn.seat.place.listening !== 'questions' || !isAnswerable || !isClear) return [];
  const replies = await answers[understanding.intent](trip, ask);
  return replies.map(reply => ({ ...reply, isAside: true }));
}
