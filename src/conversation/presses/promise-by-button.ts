import { getCustomer } from '../../customers/find-customer.ts';
import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import type { Trip } from '../../shared/database.ts';
import { zoneOf } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { nextWordIn } from '../vendor-desk/commands/next-word-words.ts';
import { promiseWord } from '../vendor-desk/commands/promise-word.ts';
import type { CheckedPress } from './checked-press.ts';

/** "30 min": when there is word next of the page this person has. */
export async function promiseByButton(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { turn, customerId } = press;
  if (!turn.actor) return [];
  const { id: pageId, value } = valuedSubjectFrom(press.subject);
  const { name: customerName } = await getCustomer(trip.tx, customerId);
  const at = nextWordIn(value ?? '', { now: trip.now, timeZone: zoneOf(turn) });
  const personId = turn.actor.id;
  return [await promiseWord(trip, { pageId, customerId, customerName, personId, at })];
}
