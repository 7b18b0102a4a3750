import { raisePage } from '../paging/raise-page.ts';
import { reassignPage } from '../paging/reassign-page.ts';
import type { Trip } from '../shared/database.ts';

export interface PartnerCall {
  readonly partnerId: string;
  readonly customerId: string;
  readonly words: string;
}

/** A partner's person needs somebody at a customer: they are called with the words, and the page is never left with who called. */
export async function callForPartner(
  trip: Trip,
  { partnerId, customerId, words }: PartnerCall,
): Promise<void> {
  const { pageId } = await raisePage(trip, {
    customerId,
    raisedBy: 'vendor',
    raisedById: partnerId,
    words,
    isShared: false,
  });
  if (await isWithThem(trip, pageId, partnerId))
    await reassignPage(trip, { pageId, byId: partnerId, toId: null });
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
