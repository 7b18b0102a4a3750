import { recordEvidence } from '../confidence/record-evidence.ts';
import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { internal, shared, type Text, time, words } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { asFact, sentence } from '../delivery/fact-words.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { tellTeam } from '../tasks/tell-team.ts';
import { openly } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askColleague } from './ask-colleague.ts';
import { ownerLine } from './colleague-card.ts';
import { findStepOwner, type OwnerOfStep } from './find-step-owner.ts';
import { followSlip } from './follow-slip.ts';
import { listMilestones } from './list-milestones.ts';
import { isKnockOn, lateKey, type Milestone } from './milestone.ts';

/** Who says so, and why. */
export interface Lateness {
  /** Null = the plan. */
  readonly byId: string | null;
  readonly reason: string | null;
}

/**
 * A milestone is late: its state and a calm shared fact; unless it only waits for an earlier late one, also a
 * word to the advocate, and to the customer when a person says so. It is evidence (once a milestone) only where
 * somebody reported something: that it is late, or that it has begun. What nobody reported is merely unknown.
 * `byId` is the person who said so, or null when the plan did.
 */
export async function markLate(
  trip: Trip,
  milestone: Milestone,
  { byId, reason }: Lateness,
): Promise<void> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, milestone.customerId);
  await tx.milestone.update({
    where: { id: milestone.id },
    data: { state: 'late', endedAt: null, dueAt: null },
  });
  const why = reason ? shared` The reason: ${words(openly(sentence(reason)))}` : shared``;
  const text = shared`${lateText(milestone, now)}${why}`;
  const fact = asFact(text);
  await recordEvent(trip, {
    customerId: customer.id,
    transitionId: milestone.transitionId,
    kind: 'milestone.late',
    visibility: 'shared',
    text: fact.text,
    authorId: byId,
    data: { milestoneId: milestone.id, automatic: byId === null, says: fact.says },
  });
  await followSlip(trip, {
    milestone: { ...milestone, state: 'late', endedAt: null },
    text,
    isReported: byId !== null,
  });
  // The window may already be over: a late step keeps it open, and the phase must notice.
  await tx.transition.updateMany({ where: { id: milestone.transitionId }, data: { dueAt: now } });
  const siblings = await listMilestones(tx, [milestone.transitionId]);
  if (byId === null && isKnockOn(milestone, siblings)) return;
  const isReported = byId !== null || milestone.startedAt !== null;
  if (isReported) {
    await recordEvidence(trip, {
      key: lateKey(milestone),
      customerId: customer.id,
      transitionId: milestone.transitionId,
      kind: 'late-milestone',
      note: `"${milestone.name}" is late.`,
    });
  }
  const stage = milestone.startedAt ? 'finish' : 'start';
  const key = `late:${milestone.id}:${stage}`;
  await tellTeam(trip, { key, customerId: customer.id, text: internal`⏳ ${text}` });
  const owner = byId === null ? await findStepOwner(tx, milestone, customer.advocateId) : null;
  if (owner) await askColleague(trip, owner, { key, milestone, customerName: customer.name });
  if (byId === customer.advocateId) return;
  await sendMessage(trip, {
    key,
    lane: 'replies',
    to: { personId: customer.advocateId },
    card: lateCard(milestone, customer, owner),
  });
}

/** The shared fact: what was due when, and no guess about the rest. */
export function lateText(milestone: Milestone, now: Date): Text<'shared'> {
  const { startedAt, plannedFrom, plannedUntil } = milestone;
  const name = words(openly(milestone.name));
  const due = time(startedAt ? plannedUntil : plannedFrom);
  if (startedAt) {
    return now < plannedUntil
      ? shared`${name} will take longer than planned: it was due to finish ${due}.`
      : shared`${name} is running longer than planned: it was due to finish ${due}.`;
  }
  return now < plannedFrom
    ? shared`${name} will start later than planned: it was due to start ${due}.`
    : shared`${name} starts later than planned: it was due to start ${due}.`;
}

function lateCard(
  milestone: Milestone,
  customer: Customer,
  owner: OwnerOfStep | null,
): Card<'internal'> {
  const { name, key, startedAt, plannedFrom, plannedUntil } = milestone;
  const due = startedAt
    ? internal`was due to finish ${time(plannedUntil)} and is not marked done`
    : internal`was due to start ${time(plannedFrom)} and is not marked as started`;
  return internalCard('task', customer.id, {
    body: [
      internal`⚠️ ${customer.name}: ${name} ${due}. The customer sees it as late, and nothing more.`,
      ...ownerLine(owner),
      internal`If it is further than that: "milestone ${key} ${startedAt ? 'done' : 'underway'}". To say how it stands: "publish ${customer.id}: …".`,
    ],
  });
}
