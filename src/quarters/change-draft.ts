import type { Customer } from '../customers/customer.ts';
import { foreignWordIn } from '../requests/checks/wrong-customer-words.ts';
import { listForeignWords } from '../requests/list-foreign-words.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { type Edit, edited, editsFrom } from './edits.ts';
import { reviewId } from './load-review.ts';

export interface Change {
  readonly customer: Customer;
  readonly quarter: Quarter;
  readonly edit: Edit;
}

/** Changes a draft. Null, or the words in it that are another customer's: then nothing is changed. */
export async function changeDraft(
  { tx }: Trip,
  { customer, quarter, edit }: Change,
): Promise<string | null> {
  if ('words' in edit) {
    const found = foreignWordIn(edit.words, await listForeignWords(tx, customer.id));
    if (found !== null) return found;
  }
  const id = reviewId(customer.id, quarter);
  const row = await tx.quarterReview.findUnique({ where: { id } });
  const edits = edited(editsFrom(row?.edits ?? {}), edit);
  const about = { customerId: customer.id, quarter: quarter.name };
  await tx.quarterReview.upsert({
    where: { id },
    create: { id, ...about, state: 'drafted', edits },
    update: { edits },
  });
  return null;
}
