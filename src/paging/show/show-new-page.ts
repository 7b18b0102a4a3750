import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { findCourseDraft } from './find-course-draft.ts';
import type { PageView } from './page-view.ts';
import { receiptDraft } from './receipt-draft.ts';

/** Shows a page that was just opened where nobody was called: the customer's receipt, and its thread in the vendor's place. */
export async function showNewPage(trip: Trip, view: PageView): Promise<void> {
  const drafts = [receiptDraft(view), await findCourseDraft(trip, view)];
  for (const draft of drafts) if (draft) await sendMessage(trip, draft);
}
