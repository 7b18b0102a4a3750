import { confidenceOpening } from '../confidence/words.ts';
import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { internal } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { changePhase } from './change-phase.ts';
import { countProposals } from './count-proposals.ts';
import { countToldTasks } from './count-told-tasks.ts';
import { findTransition } from './find-transition.ts';
import { getReadiness } from './get-readiness.ts';
import {
  answeredProposalCard,
  goesOnCard,
  type Proposal,
  proposalKey,
  thankYouCard,
} from './graduation.ts';
import { listMilestones } from './list-milestones.ts';
import { isOver } from './milestone.ts';
import type { Transition } from './transition.ts';

export interface GraduationAnswer {
  readonly transitionId: string;
  /** The person on the customer's side who answered. */
  readonly byId: string | null;
  readonly accepted: 'yes' | 'no';
}

/**
 * The customer's answer to a proposal, or its own wish to end. Says itself what is to be said to the
 * customer (thank-you or "I'll go on") and to the vendor's people: the caller adds nothing.
 */
export async function answerProposal(
  trip: Trip,
  answer: GraduationAnswer,
): Promise<'graduated' | 'goes-on' | 'already'> {
  // Two presses at once: the second one finds it settled.
  await trip.tx.$queryRaw`SELECT id FROM transition WHERE id = ${answer.transitionId} FOR UPDATE`;
  const transition = await findTransition(trip.tx, answer.transitionId);
  if (!transition || transition.phase === 'graduated') return 'already';
  const customer = await getCustomer(trip.tx, transition.customerId);
  const n = await countProposals(trip, transition);
  const proposal = await getProposal(trip, transition, customer);
  await editMessage(trip, proposalKey(transition.id, n), answeredProposalCard(proposal));
  if (answer.accepted === 'no') {
    await goOn(trip, transition, { ...answer, n });
    return 'goes-on';
  }
  await graduate(trip, { transition, customer, proposal, n }, answer.byId);
  return 'graduated';
}

async function getProposal(
  trip: Trip,
  transition: Transition,
  customer: Customer,
): Promise<Proposal> {
  const milestones = await listMilestones(trip.tx, [transition.id]);
  const advocate = await findPerson(trip.tx, customer.advocateId);
  return {
    transition,
    readiness: await getReadiness(trip, transition, milestones),
    advocateName: advocate?.name ?? 'Your advocate',
    openTasks: await countToldTasks(trip.tx, customer.id),
    isAllDone: milestones.every(isOver),
  };
}

async function goOn(
  trip: Trip,
  transition: Transition,
  { byId, n }: { readonly byId: string | null; readonly n: number },
): Promise<void> {
  const { tx, now } = trip;
  await tx.transition.update({ where: { id: transition.id }, data: { proposedAt: now } });
  await recordEvent(trip, {
    customerId: transition.customerId,
    transitionId: transition.id,
    kind: 'graduation.declined',
    visibility: 'internal',
    authorId: byId,
    text: `${transition.name}: the customer wants the check-ins to go on.`,
  });
  await say(trip, transition, {
    key: `${proposalKey(transition.id, n)}:declined`,
    card: goesOnCard(transition),
  });
}

interface Graduating {
  readonly transition: Transition;
  readonly customer: Customer;
  readonly proposal: Proposal;
  /** How often the end was proposed so far; a change that was taken up again ends more than once. */
  readonly n: number;
}

async function graduate(
  trip: Trip,
  { transition, customer, proposal, n }: Graduating,
  byId: string | null,
): Promise<void> {
  const { tx, now } = trip;
  await changePhase(trip, transition, { to: 'graduated', since: now });
  await tx.transition.update({ where: { id: transition.id }, data: { dueAt: null } });
  // Nobody follows up on a question that no longer matters.
  await tx.checkIn.updateMany({ where: { transitionId: transition.id }, data: { dueAt: null } });
  const by = await findPerson(tx, byId);
  await recordEvent(trip, {
    customerId: customer.id,
    transitionId: transition.id,
    kind: 'graduation.accepted',
    visibility: 'internal',
    authorId: byId,
    text: `${transition.name}: ${by?.name ?? customer.name} agreed that the check-ins end.`,
  });
  const key = `${proposalKey(transition.id, n)}:thanks`;
  await say(trip, transition, { key, card: thankYouCard(proposal, by?.name ?? null) });
  const told = new Set([customer.advocateId, customer.managerId, customer.salesId]);
  for (const personId of told) {
    if (!personId) continue;
    await tellColleague(trip, {
      key: `${proposalKey(transition.id, n)}:told:${personId}`,
      personId,
      customerId: customer.id,
      kind: 'notice',
      text: toldLines({ transition, customer, proposal }).join(' '),
      urgency: 'in-hours',
      card: toldCard({ transition, customer, proposal }),
    });
  }
}

async function say(
  trip: Trip,
  transition: Transition,
  { key, card }: { readonly key: string; readonly card: Card<'shared'> },
): Promise<void> {
  const place = await findSharedPlace(trip.tx, transition.customerId);
  if (!place) return;
  await sendMessage(trip, { key, lane: 'replies', to: { placeId: place.id }, card });
}

function toldCard(graduating: Omit<Graduating, 'n'>): Card<'internal'> {
  const body = toldLines(graduating).map(line => internal`${line}`);
  return internalCard('graduation', graduating.customer.id, { body });
}

function toldLines({ transition, customer, proposal }: Omit<Graduating, 'n'>): string[] {
  const { confidence, open } = proposal.readiness;
  const told = proposal.openTasks > 0 ? [`${proposal.openTasks} of what they told us.`] : [];
  const left = [...open, ...told];
  const rest = left.length === 0 ? 'Nothing is open.' : `Still open: ${left.join(' ')}`;
  return [
    `${customer.name} stands on its own after the ${transition.name}: the check-ins have ended, with the customer's yes. ${confidenceOpening(confidence)}. ${rest}`,
    `${proposal.advocateName} stays the advocate. I asked what we should have done better; the answer comes to the timeline.`,
  ];
}
