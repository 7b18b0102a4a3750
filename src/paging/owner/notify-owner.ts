import { internal, strong } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import { openly } from '../../timeline/event.ts';
import type { Page } from '../page/page.ts';
import { isPartners } from './is-partners.ts';
import { moreForPartner } from './partner-owner.ts';

/** Further messages to the owner within so many minutes become one notice. */
const gathersMinutes = 5;

export interface NewWords {
  readonly text: string;
  readonly byName: string | null;
}

/** Tells whoever has the page that more was said; several within a few minutes become one message, edited in place. */
export async function notifyOwner(trip: Trip, page: Page, words: NewWords): Promise<void> {
  const { tx, now } = trip;
  const { id, ownerId, customerId } = page;
  if (!ownerId) return;
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: customerId } });
  const by = words.byName ?? 'Somebody';
  const ours = internalCard('page-update', customerId, {
    heading: internal`⚠️ ${strong(openly(customer.name))}, more on the page you have:`,
    body: [internal`"${words.text.slice(0, 300)}" ${by}.`],
  });
  const card: Card = (await isPartners(tx, page)) ? moreForPartner(page, customer.name) : ours;
  const recent = await tx.message.findFirst({
    where: {
      customerId,
      toPersonId: ownerId,
      key: { startsWith: `page-more:${id}:` },
      createdAt: { gt: plus(now, -gathersMinutes * minute), lte: now },
    },
    orderBy: { createdAt: 'desc' },
  });
  if (recent) return editMessage(trip, recent.key, card);
  const key = `page-more:${id}:${now.getTime()}`;
  await sendMessage(trip, { key, lane: 'pages', to: { personId: ownerId }, card });
}
