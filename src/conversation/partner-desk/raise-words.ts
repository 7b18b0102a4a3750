import { mayDo } from '../../customers/permission.ts';
import { shared } from '../../delivery/audience.ts';
import { raisePage } from '../../paging/raise-page.ts';
import { reassignPage } from '../../paging/reassign-page.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { keptId, keptWordsFrom } from './kept-words.ts';
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
  const words = kept === null ? text : `${kept}\n${text}`;
  const replies: Reply[] = [];
  for (const { id: customerId } of about)
    replies.push(await raiseFor(trip, { partner, text: words }, customerId));
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
  const { pageId } = await raisePage(trip, {
    customerId,
    raisedBy: 'vendor',
    raisedById: partner.id,
    words: text,
    isShared: false,
  });
  if (await isWithThem(trip, pageId, partner.id))
    await reassignPage(trip, { pageId, byId: partner.id, toId: null });
  return said(customerId, shared`I'm getting somebody now.`);
}

/** Do they have the page, or does it ring for them? */
async function isWithThem({ tx }: Trip, pageId: string, personId: string): Promise<boolean> {
  const page = await tx.page.findUniqueOrThrow({ where: { id: pageId } });
  if (page.state === 'acknowledged') return page.ownerId === personId;
  return (
    (await tx.pageCall.count({
      where: { pageId, personId, state: { in: ['planned', 'called'] } },
    })) > 0
  );
}
