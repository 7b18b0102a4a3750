import { getCustomer } from '../customers/find-customer.ts';
import { internal, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { askColleague } from './ask-colleague.ts';
import { ownerLine } from './colleague-card.ts';
import { findStepOwner, type OwnerOfStep } from './find-step-owner.ts';
import { isRunning, isUnreported, type Milestone } from './milestone.ts';

/**
 * Asks the advocate and whoever has the step, once, how it stands with a step whose time has come and of which nobody has said anything. That is
 * no lateness and no fact: the customer reads that there was no word. Of several such steps only the first is asked for,
 * because the others wait for it.
 */
export async function askForStart(
  trip: Trip,
  milestone: Milestone,
  siblings: readonly Milestone[],
): Promise<void> {
  const { tx, now } = trip;
  const isAsked = siblings.some(
    one =>
      one.position < milestone.position && (isUnreported(one, now) || runsInto(one, milestone)),
  );
  if (isAsked) return;
  const { name, advocateId } = await getCustomer(tx, milestone.customerId);
  const owner = await findStepOwner(tx, milestone, advocateId);
  const key = `unreported:${milestone.id}:${milestone.plannedFrom.getTime()}`;
  await sendMessage(trip, {
    key,
    lane: 'replies',
    to: { personId: advocateId },
    card: askCard(milestone, name, owner),
  });
  if (owner) await askColleague(trip, owner, { key, milestone, customerName: name });
}

/** Still running although it should have ended before the other begins. */
function runsInto(one: Milestone, other: Milestone): boolean {
  return isRunning(one) && one.plannedUntil <= other.plannedFrom;
}

function askCard(
  { customerId, key, name, plannedFrom }: Milestone,
  customer: string,
  owner: OwnerOfStep | null,
): Card<'internal'> {
  return internalCard('task', customerId, {
    body: [
      internal`⏳ ${customer}: ${name} was due to start ${time(plannedFrom)}, and nobody has said how it stands. The customer reads that there was no word yet, and nothing more.`,
      ...ownerLine(owner),
      internal`If it has begun: "milestone ${key} underway". If it is late: "milestone ${key} late because …, now 01:00". To say more: "publish ${customerId}: …".`,
    ],
  });
}
