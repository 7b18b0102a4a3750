import type { Draft, To } from '../../delivery/draft.ts';
import type { Page } from '../page/page.ts';
import type { PageView } from './page-view.ts';
import { receiptCard } from './receipt.ts';

/** The customer's one receipt as a message; null for a page the customer knows nothing of. */
export function receiptDraft(view: PageView): Draft | null {
  const { page } = view;
  const to = receiptTo(page);
  if (!page.isShared || !to) return null;
  return {
    key: receiptKey(page),
    lane: 'pages',
    to,
    card: receiptCard(view),
    threadOf: page.threadOf,
    forId: page.raisedBy === 'customer' ? page.raisedById : null,
  };
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
