import { getCustomer } from '../customers/find-customer.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { resolvePage } from '../paging/resolve-page.ts';
import type { Trip } from '../shared/database.ts';
import type { SharedEvent } from '../timeline/event.ts';

/** News is there: a page raised for the want of it alone has lost its reason and ends, with the news as its answer. */
export async function endStalePage(trip: Trip, news: SharedEvent): Promise<void> {
  const { tx } = trip;
  const customer = await getCustomer(tx, news.customerId);
  // Somebody's words have joined it otherwise: then it is about more than news.
  const page = await tx.page.findFirst({
    where: {
      customerId: customer.id,
      ...unresolved,
      rule: 'stale-timeline',
      joined: 0,
    },
  });
  if (!page) return;
  const personId = news.authorId ?? customer.advocateId;
  await resolvePage(trip, { pageId: page.id, personId, note: news.text, audience: 'shared' });
}
