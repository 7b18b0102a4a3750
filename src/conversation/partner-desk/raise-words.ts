import { mayDo } from '../../customers/permission.ts';
import { shared } from '../../delivery/audience.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import { raisePage } from '../../paging/raise-page.ts';
import { callForPartner } from '../../partners/call-for-partner.ts';
import { type KeptWords, keptId, keptWordsFrom } from '../../partners/kept-words.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import type { PartnerWords } from './partner-says.ts';
import { said } from './said.ts';
import type { Served } from './served.ts';

/** The page of each of these customers: with what was kept, and never left with the partner's person who calls for somebody else. */
export async function raiseWords(
  trip: Trip,
  { partner, text }: PartnerWords,
  about: readonly Served[],
): Promise<Reply[]> {
  const { tx, now } = trip;
  const id = keptId(partner.id);
  const kept = keptWordsFrom(await tx.openQuestion.findUnique({ where: { id } }), now);
  await tx.openQuestion.deleteMany({ where: { id } });
  const words = kept === null ? text : `${kept.words}\n${text}`;
  const replies: Reply[] = [];
  for (const { id: customerId } of about) {
    const isCalled = kept?.calledFor === customerId;
    replies.push(await raiseFor(trip, { partner, text: isCalled ? text : words }, customerId));
  }
  if (kept && !about.some(one => one.id === kept.calledFor)) await tellElsewhere(trip, kept);
  return replies;
}

async function raiseFor(
  trip: Trip,
  { partner, text }: PartnerWords,
  customerId: string,
): Promise<Reply> {
  const rights = { customerId, managerId: null, placeCustomerId: null };
  if (!mayDo('partner.word', partner, rights))
    return said(null, shared`I can't help with that here.`);
  await callForPartner(trip, { partnerId: partner.id, customerId, words: text });
  return said(customerId, shared`I'm getting somebody now.`);
}

/** Whoever was called for a customer that is not meant hears so, as long as the page there is open. */
async function tellElsewhere(trip: Trip, { personId, calledFor }: KeptWords): Promise<void> {
  if (calledFor === null) return;
  const open = { customerId: calledFor, ...unresolved };
  if ((await trip.tx.page.count({ where: open })) === 0) return;
  await raisePage(trip, {
    customerId: calledFor,
    raisedBy: 'vendor',
    raisedById: personId,
    words: 'It is about another customer, and somebody is called there.',
    isShared: false,
  });
}
