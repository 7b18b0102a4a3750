import type { Trip } from '../../../shared/database.ts';
import { answerAboutTime } from '../../../situation/answer-about-time.ts';
import { answerSituation } from '../../../situation/answer-situation.ts';
import { findPlanPicture } from '../../../situation/find-plan-picture.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import { asksForPicture } from '../../words/picture-words.ts';
import type { Ask } from './ask.ts';
import { askerOf } from './asker.ts';

/** "Where are we?", "what comes next?": from the customer's own shared facts; drawn where somebody wants to see it. */
export async function answerStatus(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, turn, text } = ask;
  const asker = askerOf(ask);
  const timed = await answerAboutTime(trip, {
    customerId: customer.id,
    text,
    timeZone: zoneOf(turn),
    asker,
  });
  if (timed) return [{ card: timed }];
  const card = await answerSituation(trip, { customerId: customer.id, ...asker });
  const picture = asksForPicture(text) ? await findPlanPicture(trip, customer.id) : null;
  return [{ card: picture ? { ...card, picture } : card }];
}
