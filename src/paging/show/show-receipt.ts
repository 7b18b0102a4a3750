import { keepMessages } from '../../delivery/keep-messages.ts';
import type { Trip } from '../../shared/database.ts';
import type { PageView } from './page-view.ts';
import { receiptDraft } from './receipt-draft.ts';

/** Sends the customer's one receipt, or edits it in place; a page the customer knows nothing of has none. */
export async function showReceipt(trip: Trip, view: PageView): Promise<void> {
  const draft = receiptDraft(view);
  if (draft) await keepMessages(trip, [draft]);
}
