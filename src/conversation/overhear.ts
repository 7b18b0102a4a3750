import { shared } from '../delivery/audience.ts';
import type { Trip } from '../shared/database.ts';
import { minute, since } from '../shared/time.ts';
import type { Intent } from '../understanding/intent.ts';
import { answerStatus } from './answers/answer-status.ts';
import { answerWho } from './answers/answer-who.ts';
import type { Ask } from './answers/ask.ts';
import { listSeenMessages } from './find-pressed-message.ts';
import { offerHuman } from './offer-human.ts';
import { isQuestion } from './question-words.ts';
import type { Reply } from './reply.ts';

/** How sure we must be to speak without having been asked. */
const sureEnoughToSpeak = 0.6;

/** A human is offered unasked at most once in so long. */
const offerEvery = 30 * minute;

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
  const { occasion, understanding, text, customer } = ask;
  if (occasion.seat.kind !== 'place') return [];
  if (understanding.offer) return offerOnce(trip, ask);
  const answer = answerable[understanding.intent];
  const isClear = understanding.confidence >= sureEnoughToSpeak && isQuestion(text);
  if (occasion.seat.place.listening !== 'questions' || !answer || !isClear) return [];
  const replies = await answer(trip, { ...ask, customer });
  return replies.map(reply => ({ ...reply, isAside: true }));
}

async function offerOnce(trip: Trip, { occasion, customer, text }: Ask): Promise<Reply[]> {
  const seen = await listSeenMessages(trip, occasion);
  const isRecent = seen.some(({ card, createdAt }) => {
    return (
      (card.name === 'help-offer' || card.name === 'page-receipt') &&
      since(createdAt, trip.now) < offerEvery
    );
  });
  if (isRecent) return [];
  const before = [shared`That sounds as if it should not wait.`];
  const reply = await offerHuman(trip, occasion, { customerId: customer.id, words: text, before });
  return [{ ...reply, isAside: true }];
}
