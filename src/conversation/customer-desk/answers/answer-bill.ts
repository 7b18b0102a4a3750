import { mayDo } from '../../../customers/permission.ts';
import { billLines, loadBill } from '../../../requests/load-bill.ts';
import type { Trip } from '../../../shared/database.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { answer, type Reply, refusal } from '../../replies/reply.ts';
import { readMonth } from '../../words/bill-question.ts';
import type { Ask } from './ask.ts';

/** "What is on our bill for March?": what somebody has approved of that month, line by line, and nothing else. */
export async function answerBill(trip: Trip, { customer, turn, text }: Ask): Promise<Reply[]> {
  const { id: customerId, managerId, timeZone } = customer;
  const about = { customerId, managerId, placeCustomerId: placeCustomerOf(turn)?.id ?? null };
  if (!mayDo('ask.bill', actorOf(turn), about)) return [refusal()];
  const month = readMonth(text, { now: trip.now, timeZone });
  const shown = await loadBill(trip.tx, { customerId, month });
  return [answer(customerId, ...billLines(shown))];
}
