import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findToldPlace } from '../customers/find-told-place.ts';
import type { Text } from '../delivery/audience.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { openly } from '../timeline/event.ts';
import type { Milestone } from './milestone.ts';
import {
  isOnItsWay,
  rollBackKey,
  type Slip,
  settledSlipCard,
  slipCard,
  slipKey,
  slipKeys,
} from './slip.ts';

export interface Followed {
  /** The step as it is now. */
  readonly milestone: Milestone;
  readonly text: Text<'shared'>;
  /** Said by a person: what the plan alone says is no reason to write to the customer. */
  readonly isReported: boolean;
}

/**
 * Keeps the customer's message about a step that left its plan true, wherever the step moves. A slip in the
 * window that somebody reports begins one; a roll-back always is a new message, because nobody reads an
 * older one again.
 */
export async function followSlip(trip: Trip, followed: Followed): Promise<void> {
  const { tx } = trip;
  const { milestone, text, isReported } = followed;
  const { state, customerId } = milestone;
  const told = await tx.message.findMany({
    where: { key: { in: slipKeys(milestone) } },
    orderBy: { seq: 'desc' },
    select: { key: true },
  });
  const newest = told[0]?.key ?? null;
  const isNews = isReported && (state === 'rolled-back' || state === 'late');
  const key = isNews ? await newsKey(trip, milestone, told.length) : newest;
  const slip: Slip = { state, words: text, knower: await knowerOf(trip, customerId) };
  if (newest && newest !== key) await editMessage(trip, newest, settledSlipCard(customerId, slip));
  if (!key) return;
  const card = isOnItsWay(state) ? slipCard(customerId, slip) : settledSlipCard(customerId, slip);
  const place = await findToldPlace(tx, customerId);
  if (isNews && place)
    await sendMessage(trip, { key, lane: 'replies', to: { placeId: place.id }, card });
  await editMessage(trip, key, card);
}

/** Where a slip or a roll-back is told afresh; null where it is not told unasked. */
async function newsKey(
  { tx }: Trip,
  milestone: Milestone,
  toldBefore: number,
): Promise<string | null> {
  const transition = await tx.transition.findUnique({ where: { id: milestone.transitionId } });
  if (milestone.state === 'late') return transition?.phase === 'live' ? slipKey(milestone) : null;
  return transition?.phase === 'graduated' ? null : rollBackKey(milestone, toldBefore + 1);
}

async function knowerOf({ tx }: Trip, customerId: string): Promise<Slip['knower']> {
  const customer = await getCustomer(tx, customerId);
  const advocate = await findPerson(tx, customer.advocateId);
  return advocate ? openly(advocate.name) : null;
}
