import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { backCard, type Matter } from './matter.ts';
import { type PassedBack, passPageBack } from './pass-page-back.ts';

export interface HandingBack {
  readonly matter: Matter;
  readonly partner: Person;
  /** What they found; empty when they did not say. */
  readonly said: string;
}

/** `told`: it is no page, so that whoever has it again is told, and nobody called. */
export type TakenBack = PassedBack | 'told';

/**
 * It is its giver's again, with the partner's words: a page rings there, a step that is not done is theirs. Where the giver
 * has left, the step and the words are the advocate's, and the page is whoever's the escalation calls.
 */
export async function takeBack(
  trip: Trip,
  { matter, partner, said }: HandingBack,
): Promise<TakenBack> {
  const { tx, now } = trip;
  const { id, customerId, what, milestoneId, pageId } = matter;
  const customer = await getCustomer(tx, customerId);
  const giverId = await findGiverId(trip, matter);
  const receiverId = giverId ?? customer.advocateId;
  await tx.partnerMatter.update({ where: { id }, data: { backAt: now, backWords: said } });
  if (milestoneId)
    await tx.milestone.updateMany({
      where: { id: milestoneId, ownerId: partner.id, state: { notIn: ['done', 'cancelled'] } },
      data: { ownerId: receiverId, ownedBy: 'vendor' },
    });
  const outcome = pageId
    ? await passPageBack(trip, { pageId, partner, toId: giverId, said })
    : 'told';
  await tellBack(trip, { matter, partner, said, customer, receiverId });
  await recordEvent(trip, {
    customerId,
    kind: 'partner.back',
    visibility: 'internal',
    text: `${partner.name} handed “${what}” back${said === '' ? '.' : `: ${said}`}`,
    authorId: partner.id,
  });
  return outcome;
}

/** Whoever handed it over; null when they have left. */
async function findGiverId({ tx }: Trip, { givenById }: Matter): Promise<string | null> {
  const giver = await findPerson(tx, givenById);
  return giver?.active && giver.side === 'vendor' ? giver.id : null;
}

interface Telling extends HandingBack {
  readonly customer: Customer;
  readonly receiverId: string;
}

async function tellBack(
  trip: Trip,
  { matter, partner, said, customer, receiverId }: Telling,
): Promise<void> {
  const { id, what } = matter;
  await tellColleague(trip, {
    key: `handed-back:${id}`,
    personId: receiverId,
    customerId: customer.id,
    kind: 'notice',
    text: `${partner.name} hands back “${what}” (${customer.name}): ${said === '' ? 'without a word' : said}`,
    urgency: 'in-window',
    card: backCard({
      customerId: customer.id,
      customerName: customer.name,
      partnerName: partner.name,
      what,
      said,
    }),
  });
}
