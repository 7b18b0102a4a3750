import { mayDo } from '../../customers/permission.ts';
import { shared } from '../../delivery/audience.ts';
import { raisePage } from '../../paging/raise-page.ts';
import { callForPartner } from '../../partners/call-for-partner.ts';
import { findStillCalled } from '../../partners/find-still-called.ts';
import { type KeptWords, keptId, keptWordsFrom } from '../../partners/kept-words.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import type { PartnerWords } from './partner-says.ts';
import { said } from './said.ts';
import type { Served } from './served.ts';

export interface CalledAt {
  readonly about: readonly Served[];
  /** `answered`: they were asked for whom it is. `named`: a cry that names them itself, and may be a second one. */
  readonly how: 'answered' | 'named';
}

/** The page of each of these customers: with what was kept, and never left with the partner's person who calls for somebody else. */
export async function raiseWords(
  trip: Trip,
  { partner, text }: PartnerWords,
  { about, how }: CalledAt,
): Promise<Reply[]> {
  const { tx, now } = trip;
  const id = keptId(partner.id);
  const kept = keptWordsFrom(await tx.openQuestion.findUnique({ where: { id } }), now);
  await tx.openQuestion.deleteMany({ where: { id } });
  const words = kept === null ? text : `${kept.words}\n${text}`;
  const calledFor = kept && (await findStillCalled(trip, kept));
  const replies: Reply[] = [];
  for (const { id: customerId } of about) {
    const isCalled = calledFor === customerId;
    replies.push(await raiseFor(trip, { partner, text: isCalled ? text : words }, customerId));
  }
  if (kept && calledFor !== null && !about.some(one => one.id === calledFor))
    await tellElsewhere(trip, kept, { customerId: calledFor, words: elsewhere[how] });
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

/** Whoever was called for a customer that is not meant hears so; what may be a second trouble ends no page. */
const elsewhere = {
  answered: 'It is about another customer, and somebody is called there.',
  named: 'They call for another customer now. Ask them whether anything is wrong here as well.',
} as const;

async function tellElsewhere(
  trip: Trip,
  { personId }: KeptWords,
  { customerId, words }: { readonly customerId: string; readonly words: string },
): Promise<void> {
  await raisePage(trip, {
    customerId,
    raisedBy: 'vendor',
    raisedById: personId,
    words,
    isShared: false,
  });
}
