import type { Trip } from '../../../shared/database.ts';
import { answerAboutTime } from '../../../situation/answer-about-time.ts';
import { answerSituation } from '../../../situation/answer-situation.ts';
import { zoneOf } from '../../arrival/turn.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';
import { askerOf } from './asker.ts';

/** "Where are we?", "what comes next?": from the customer's own shared facts. */
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
  return [{ card: await answerSituation(trip, { customerId: customer.id, ...asker }) }];
}
