import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';
import { isPartners } from './is-partners.ts';
import { stillOnIt } from './partner-owner.ts';
import { staleAskCard, staleAskKey } from './stale-ask.ts';

/** Asks the owner of a page, silent for a while, whether they are still on it; `until` is when others are called. */
export async function askOwner(trip: Trip, page: Page, until: Date): Promise<void> {
  const { tx } = trip;
  const { id, customerId, ownerId } = page;
  await tx.page.update({ where: { id }, data: { staleAsks: { increment: 1 }, dueAt: until } });
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: customerId } });
  if (!ownerId) return;
  await sendMessage(trip, {
    key: staleAskKey(page),
    lane: 'pages',
    to: { personId: ownerId },
    card: (await isPartners(tx, page))
      ? stillOnIt(page, customer.name)
      : staleAskCard({ page, customerName: customer.name, ask: { state: 'asked', until } }),
  });
}
