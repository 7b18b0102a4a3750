import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import type { Milestone } from '../transitions/milestone.ts';
import { handedCard } from './matter.ts';

export interface Giving {
  readonly customer: Customer;
  readonly partner: Person;
  readonly giver: Person;
  /** What is handed over, in words for the partner to read. */
  readonly what: string;
  readonly milestone: Milestone | null;
  readonly pageId: string | null;
}

/** Hands something of a customer's to a partner's person: it is theirs until it comes back, and a step of the plan is theirs too. */
export async function giveMatter(trip: Trip, giving: Giving): Promise<void> {
  const { tx, now, random } = trip;
  const { customer, partner, giver, what, milestone, pageId } = giving;
  const id = random.id();
  await tx.partnerMatter.create({
    data: {
      id,
      customerId: customer.id,
      partnerId: partner.id,
      givenById: giver.id,
      what,
      milestoneId: milestone?.id ?? null,
      pageId,
      givenAt: now,
    },
  });
  if (milestone)
    await tx.milestone.update({
      where: { id: milestone.id },
      data: { ownerId: partner.id, ownedBy: 'partner' },
    });
  const advocate = await findPerson(tx, customer.advocateId);
  await sendMessage(trip, {
    key: `handed:${id}`,
    lane: 'replies',
    to: { personId: partner.id },
    card: handedCard({
      customerId: customer.id,
      customerName: customer.name,
      giverName: giver.name,
      what,
      step: milestone,
      advocateName: advocate?.name ?? giver.name,
    }),
  });
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'partner.given',
    visibility: 'internal',
    text: `${giver.name} handed “${what}” to ${partner.name}.`,
    authorId: giver.id,
  });
}
