import { recordEvidence } from '../confidence/record-evidence.ts';
import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { type CreatedPage, createPage } from './create-page.ts';
import { joinPage } from './join-page.ts';
import { lockUnderway } from './page/lock-underway.ts';
import { type NewPage, reasonOf } from './page/new-page.ts';

export type Raised = { readonly pageId: string } & (
  | ({ readonly outcome: 'raised' } & CreatedPage)
  | { readonly outcome: 'joined' }
);

/**
 * Calls for a human. One page is open for each customer and transition: while there is one, these words join
 * it. Without a transition, any page of the customer that is open is the one; otherwise the current transition's.
 */
export async function raisePage(trip: Trip, raise: NewPage): Promise<Raised> {
  const { tx } = trip;
  const { customerId } = raise;
  const customer = await getCustomer(tx, customerId);
  // Two raise at once: the second insert waits for the first and then finds its page.
  for (;;) {
    const { transitionId, openId } = await lockUnderway(trip, raise);
    if (openId) {
      await joinPage(trip, openId, raise);
      await countAsEvidence(trip, openId, raise);
      return { pageId: openId, outcome: 'joined' };
    }
    const created = await createPage(trip, { raise, customer, transitionId });
    if (created) {
      const { id: pageId } = created.page;
      await countAsEvidence(trip, pageId, raise);
      return { pageId, outcome: 'raised', ...created };
    }
  }
}

/** A customer who calls for help is in trouble; one page counts once, however often they write. */
async function countAsEvidence(trip: Trip, pageId: string, raise: NewPage): Promise<void> {
  if (raise.raisedBy !== 'customer') return;
  const page = await trip.tx.page.findUniqueOrThrow({ where: { id: pageId } });
  const { customerId, transitionId } = page;
  const note = reasonOf(raise);
  await recordEvidence(trip, {
    key: `page:${pageId}`,
    customerId,
    transitionId,
    kind: 'page',
    note,
  });
}
