import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { answerAboutTime } from '../../situation/answer-about-time.ts';
import { understand } from '../../understanding/understand.ts';
import { zoneOf } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { readAside } from '../words/aside.ts';
import { isQuestion } from '../words/question-words.ts';
import { sureness } from '../words/sureness.ts';
import { answers } from './answers/answers.ts';
import type { Ask } from './answers/ask.ts';
import { askerOf } from './answers/asker.ts';
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
  if (turn.isHushed) return [];
  if (turn.seat.place.listening !== 'questions' || !isQuestion(text)) return [];
  const aside = readAside(text, ask.people);
  if (aside?.to === 'somebody') return [];
  const replies = aside
    ? await answerAnybody(trip, { ...ask, text: aside.question })
    : await answerClear(trip, ask);
  return replies.map(reply => ({ ...reply, isAside: true }));
}

async function answerClear(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { intent, confidence } = ask.understanding;
  const isClear = confidence >= sureness.toSpeakUnasked;
  return isClear && intentKinds[intent] === 'question' ? answers[intent](trip, ask) : [];
}

/** "Does anybody know when the copy is done?" is for whoever knows. */
async function answerAnybody(trip: Trip, ask: Ask): Promise<Reply[]> {
  const timed = await answerAboutTime(trip, {
    customerId: ask.customer.id,
    text: ask.text,
    timeZone: zoneOf(ask.turn),
    asker: askerOf(ask),
  });
  return timed
    ? [{ card: timed }]
    : answerClear(trip, { ...ask, understanding: understand(ask.text) });
}
