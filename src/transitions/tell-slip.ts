import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findToldPlace } from '../customers/find-told-place.ts';
import type { Text } from '../delivery/audience.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { openly } from '../timeline/event.ts';
import type { Milestone } from './milestone.ts';
import type { PlanMove } from './replan.ts';
import { movedKey, movedSlipCard, settledSlipCard, slipKeys } from './slip.ts';

export interface NewTimes {
  readonly milestone: Milestone;
  readonly text: Text<'shared'>;
  readonly moves: readonly PlanMove[];
}

/** Tells the customer of new times, in one new message; an older one about the same step only says that it moved. */
export async function tellSlip(trip: Trip, { milestone, text, moves }: NewTimes): Promise<void> {
  const { tx } = trip;
  const { customerId, state } = milestone;
  const place = await findToldPlace(tx, customerId);
  const told = await tx.message.findMany({
    where: { key: { in: slipKeys(milestone) } },
    orderBy: { seq: 'desc' },
    select: { key: true },
  });
  const newest = told[0]?.key;
  if (newest) await editMessage(trip, newest, settledSlipCard(customerId, { state, words: text }));
  if (!place) return;
  const customer = await getCustomer(tx, customerId);
  const advocate = await findPerson(tx, customer.advocateId);
  const knower = advocate ? openly(advocate.name) : null;
  await sendMessage(trip, {
    key: movedKey(milestone, told.length + 1),
    lane: 'replies',
    to: { placeId: place.id },
    card: movedSlipCard(customerId, { words: text, knower }, moves),
  });
}
