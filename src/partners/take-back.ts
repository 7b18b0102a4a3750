import { getCustomer } from '../customers/find-customer.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { backCard, type Matter } from './matter.ts';
import { passPageBack } from './pass-page-back.ts';

export interface HandingBack {
  readonly matter: Matter;
  readonly partner: Person;
  /** What they found; empty when they did not say. */
  readonly said: string;
}

/** It is its giver's again, with the partner's words: a page rings there, a step that is not done is theirs. */
export async function takeBack(trip: Trip, { matter, partner, said }: HandingBack): Promise<void> {
  const { tx, now } = trip;
  const { id, customerId, givenById, what, milestoneId, pageId } = matter;
  await tx.partnerMatter.update({ where: { id }, data: { backAt: now, backWords: said } });
  if (milestoneId)
    await tx.milestone.updateMany({
      where: { id: milestoneId, ownerId: partner.id, state: { notIn: ['done', 'cancelled'] } },
      data: { ownerId: givenById, ownedBy: 'vendor' },
    });
  if (pageId) await passPageBack(trip, { pageId, partner, toId: givenById, said });
  const customer = await getCustomer(tx, customerId);
  await tellColleague(trip, {
    key: `handed-back:${id}`,
    personId: givenById,
    customerId,
    kind: 'notice',
    text: `${partner.name} hands back “${what}” (${customer.name}): ${said === '' ? 'without a word' : said}`,
    urgency: 'in-window',
    card: backCard({
      customerId,
      customerName: customer.name,
      partnerName: partner.name,
      what,
      said,
    }),
  });
  await recordEvent(trip, {
    customerId,
    kind: 'partner.back',
    visibility: 'internal',
    text: `${partner.name} handed “${what}” back${said === '' ? '.' : `: ${said}`}`,
    authorId: partner.id,
  });
}
