import { getCustomer } from '../customers/find-customer.ts';
import type { Person } from '../customers/person.ts';
import type { Card } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { closeTask } from '../tasks/close-task.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { lockPlan } from './lock-plan.ts';
import type { Milestone } from './milestone.ts';
import { moveMilestone } from './move-milestone.ts';
import { confirmedStepCard, stepKey } from './step-card.ts';

export interface StepWord {
  readonly milestoneId: string;
  /** One of the customer's own people. */
  readonly by: Person;
  readonly says: 'done' | 'not-yet';
  /** In their words; null when they pressed a button. */
  readonly words: string | null;
}

/**
 * What the customer says of a step of their own: done is done in the plan, and the advocate hears either. The caller
 * tells whoever waits for news. False when it was over already.
 */
export async function confirmStep(trip: Trip, word: StepWord): Promise<boolean> {
  const { milestone } = await lockPlan(trip, word.milestoneId);
  if (word.says === 'not-yet') {
    await tellAdvocate(trip, milestone, word);
    return true;
  }
  const { id: byId } = word.by;
  const { outcome } = await moveMilestone(trip, { milestoneId: milestone.id, to: 'done', byId });
  if (outcome !== 'moved') return false;
  await showConfirmed(trip, milestone, word);
  await tellAdvocate(trip, milestone, word);
  return true;
}

async function showConfirmed(trip: Trip, milestone: Milestone, { by }: StepWord): Promise<void> {
  const { tx, now } = trip;
  const key = stepKey(milestone);
  const asked = await tx.message.findUnique({ where: { key } });
  // The stored card is the one we composed for this customer's place.
  const card = asked?.card as unknown as Card<'shared'> | undefined;
  if (card?.actions)
    await editMessage(trip, key, confirmedStepCard(card, { byName: by.name, at: now }));
  const tasks = await tx.task.findMany({
    where: { key: `unconfirmed:${key}`, state: 'open' },
    select: { id: true },
  });
  for (const { id } of tasks) await closeTask(trip, id, by.id);
}

async function tellAdvocate(
  trip: Trip,
  { id, name, customerId }: Milestone,
  { by, says, words }: StepWord,
): Promise<void> {
  const customer = await getCustomer(trip.tx, customerId);
  const how = says === 'done' ? 'is done' : 'is not done yet';
  const quote = words ? `, in their words: "${words}"` : '';
  await tellColleague(trip, {
    key: `step-word:${id}:${trip.random.id()}`,
    personId: customer.advocateId,
    customerId,
    kind: 'notice',
    text: `${by.name} (${customer.name}) says that ${name} ${how}${quote}.`,
    urgency: 'in-window',
  });
}
