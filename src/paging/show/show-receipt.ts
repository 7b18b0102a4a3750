import type { To } from '../../delivery/draft.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';
import type { PageView } from './page-view.ts';
import { receiptCard } from './receipt.ts';

/** Sends the customer's one receipt, or edits it in place; a page the customer knows nothing of has none. */
export async function showReceipt(trip: Trip, view: PageView): Promise<void> {
  const { page } = view;
  const to = receiptTo(page);
  if (!page.isShared || !to) return;
  const key = receiptKey(page);
  const card = receiptCard(view);
  const forId = page.raisedBy === 'customer' ? page.raisedById : null;
  await sendMessage(trip, { key, lane: 'pages', to, card, threadOf: page.threadOf, forId });
  await editMessage(trip, key, card);
}

/** The key of the one receipt. */
export function receiptKey({ id }: Pick<Page, 'id'>): string {
  return `receipt:${id}`;
}

/** Where the customer follows a page; null when nowhere. */
export function receiptTo({ placeId, raisedBy, raisedById }: Page): To | null {
  if (placeId) return { placeId };
  return raisedBy === 'customer' && raisedById ? { personId: raisedById } : null;
}
