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

/** `published`: the customer has it already. `foreign`: the word in it is another customer's. */
export type Unchanged =
  | { readonly kind: 'published' }
  | { readonly kind: 'foreign'; readonly word: string };

/** Changes a draft, or says why nothing is changed. */
export async function changeDraft(
  { tx }: Trip,
  { customer, quarter, edit }: Change,
): Promise<Unchanged | { readonly kind: 'changed' }> {
  const id = reviewId(customer.id, quarter);
  const row = await tx.quarterReview.findUnique({ where: { id } });
  if (row?.state === 'published') return { kind: 'published' };
  if ('words' in edit) {
    const word = foreignWordIn(edit.words, await listForeignWords(tx, customer.id));
    if (word !== null) return { kind: 'foreign', word };
  }
  const edits = edited(editsFrom(row?.edits ?? {}), edit);
  const about = { customerId: customer.id, quarter: quarter.name };
  await tx.quarterReview.upsert({
    where: { id },
    create: { id, ...about, state: 'drafted', edits },
    update: { edits },
  });
  return { kind: 'changed' };
}
