import type { Trip } from '../../shared/database.ts';
import { answerAboutTime } from '../../situation/answer-about-time.ts';
import { answerSituation } from '../../situation/answer-situation.ts';
import { readingSeatOf, zoneOf } from '../occasion.ts';
import type { Reply } from '../reply.ts';
import type { Ask } from './ask.ts';

/** "Where are we?", "what comes next?": from the customer's own shared facts. */
export async function answerStatus(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, occasion, text, person } = ask;
  const timed = await answerAboutTime(trip, {
    customerId: customer.id,
    text,
    timeZone: zoneOf(occasion),
  });
  if (timed) return [{ card: timed }];
  const seat = readingSeatOf(occasion);
  const isAside = !occasion.isAddressed;
  const card = await answerSituation(trip, {
    customerId: customer.id,
    personId: person?.id ?? null,
    placeId: seat.kind === 'place' ? seat.place.id : null,
    threadOf: isAside ? occasion.ownThread : occasion.threadOf,
  });
  return [{ card }];
}
