import { getCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { notifyAskers } from '../../situation/notify-askers.ts';
import { named } from '../../situation/text.ts';
import { confirmStep } from '../../transitions/confirm-step.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Done" or "not yet" to a step of the customer's own; its owner or whoever leads says so, and nobody else for them. */
export async function answerStep(
  trip: Trip,
  { turn, action, subject, customerId, words }: CheckedPress,
): Promise<Reply[]> {
  const { tx } = trip;
  const by = turn.actor;
  if (!by) return [];
  const { ownerId } = await tx.milestone.findUniqueOrThrow({ where: { id: subject } });
  const { leaderId, advocateId } = await getCustomer(tx, customerId);
  const owner = await findPerson(tx, ownerId);
  if (owner && by.id !== owner.id && by.id !== leaderId) {
    return [
      answer(
        customerId,
        shared`Thank you. That is for ${named(owner.name)} to say, so I wait for their word.`,
      ),
    ];
  }
  const says = action === 'step.confirm' ? 'done' : 'not-yet';
  const isNew = await confirmStep(trip, { milestoneId: subject, by, says, words: words ?? null });
  if (!isNew) return [answer(customerId, shared`That was noted already.`)];
  const advocate = await findPerson(tx, advocateId);
  const knows = advocate ? shared` ${named(advocate.name)} hears of it from me.` : shared``;
  if (says === 'not-yet') {
    return [
      answer(customerId, shared`All right, no hurry from me. Say "done" here when it is.${knows}`),
    ];
  }
  await notifyAskers(trip, customerId);
  return [answer(customerId, shared`Thank you, noted as done.${knows}`)];
}
