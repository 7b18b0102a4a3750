import type { Customer } from '../customers/customer.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { resolvePage } from '../paging/resolve-page.ts';
import type { Trip } from '../shared/database.ts';

/** Once nothing promised is overdue any more, a page raised for that alone has lost its reason and ends. */
export async function endMissedPage(
  trip: Trip,
  customer: Pick<Customer, 'id' | 'advocateId'>,
  { byId, note }: { readonly byId: string | null; readonly note: string },
): Promise<void> {
  const { tx } = trip;
  const missed = await tx.vendorPromise.count({
    where: { customerId: customer.id, state: 'missed' },
  });
  if (missed > 0) return;
  // Somebody's words have joined it otherwise: then it is about more than the promise.
  const page = await tx.page.findFirst({
    where: {
      customerId: customer.id,
      ...unresolved,
      rule: 'missed-promise',
      joined: 0,
    },
  });
  if (!page) return;
  const personId = byId ?? customer.advocateId;
  await resolvePage(trip, { pageId: page.id, personId, note, audience: 'internal' });
}
