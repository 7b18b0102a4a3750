import type { Trip } from '../../../shared/database.ts';
import { answerAboutTime } from '../../../situation/answer-about-time.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import { isQuestion } from '../../words/question-words.ts';
import { readRhythm } from '../../words/wish-words.ts';
import { answerHelp } from './answer-help.ts';
import { answerWish } from './answer-wish.ts';
import type { Ask } from './ask.ts';
import { askBack } from './ask-back.ts';
import { askerOf } from './asker.ts';

/** The intent is unclear: what the words themselves settle is answered, something serious is offered a human, the rest is asked back. */
export async function answerUnsure(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, text, turn, understanding } = ask;
  if (isQuestion(text)) {
    const timeZone = zoneOf(turn);
    const about = { customerId: customer.id, text, timeZone, asker: askerOf(ask) };
    const timed = await answerAboutTime(trip, about);
    if (timed) return [{ card: timed }];
  }
  if (readRhythm(text)) return answerWish(trip, ask);
  return understanding.offer ? answerHelp(trip, ask) : askBack(trip, ask);
}
