import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import type { Intent } from '../../understanding/intent.ts';
import type { Reply } from '../replies/reply.ts';
import { isQuestion } from '../words/question-words.ts';
import { sureness } from '../words/sureness.ts';
import { answerStatus } from './answers/answer-status.ts';
import { answerWho } from './answers/answer-who.ts';
import type { Ask } from './answers/ask.ts';
import { offerOnce } from './offer-once.ts';

const answerable: Readonly<Partial<Record<Intent, typeof answerStatus>>> = {
  status: answerStatus,
  next: answerStatus,
  who: answerWho,
};

/**
 * People talk to each other in their place. We speak only to a clear question that shared facts answer
 * (unless the place wants us silent until named), and offer a human when something sounds serious.
 */
export async function overhear(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { turn, understanding, text, customer } = ask;
  if (turn.seat.kind !== 'place') return [];
  if (understanding.offer) {
    return offerOnce(trip, ask, shared`That sounds as if it should not wait.`);
  }
  const answer = answerable[understanding.intent];
  const isClear = understanding.confidence >= sureness.toSpeakUnasked && isQuestion(text);
  if (turn.seat.place.listening !== 'questions' || !answer || !isClear) return [];
  const replies = await answer(trip, { ...ask, customer });
  return replies.map(reply => ({ ...reply, isAside: true }));
}
