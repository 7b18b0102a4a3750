import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { foreignWordIn } from '../requests/checks/wrong-customer-words.ts';
import { listForeignWords } from '../requests/list-foreign-words.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { type Edit, edited, editsFrom } from './edits.ts';
import { newDraft } from './new-draft.ts';
import { reviewId } from './review-key.ts';

export interface Change {
  readonly customer: Customer;
  readonly quarter: Quarter;
  readonly edit: Edit;
  readonly byId: string;
  /** The revision they were shown; one that was never shown to them counts as the first. */
  readonly seen: number | undefined;
}

/**
 * `published`: the customer has it already. `foreign`: the word in it is another customer's. `overtaken`: it is not the
 * draft they were shown, somebody changed it since.
 */
export type Unchanged =
  | { readonly kind: 'published' }
  | { readonly kind: 'foreign'; readonly word: string }
  | { readonly kind: 'overtaken'; readonly byName: string; readonly at: Date | null };

/** Changes a draft as it was shown, or says why nothing is changed. Of two changes at once the second is told of the first. */
export async function changeDraft(
  { tx, now }: Trip,
  { customer, quarter, edit, byId, seen = 0 }: Change,
): Promise<Unchanged | { readonly kind: 'changed' }> {
  const id = reviewId(customer.id, quarter);
  await tx.quarterReview.createMany({
    data: newDraft(customer.id, quarter, now),
    skipDuplicates: true,
  });
  const row = await tx.quarterReview.findUniqueOrThrow({ where: { id } });
  if (row.state === 'published') return { kind: 'published' };
  if (row.revision !== seen) return overtaken(tx, row);
  if ('words' in edit) {
    const word = foreignWordIn(edit.words, await listForeignWords(tx, customer.id));
    if (word !== null) return { kind: 'foreign', word };
  }
  const { count } = await tx.quarterReview.updateMany({
    where: { id, revision: seen, state: { not: 'published' } },
    data: {
      edits: edited(editsFrom(row.edits), edit),
      revision: seen + 1,
      changedById: byId,
      changedAt: now,
    },
  });
  if (count === 1) return { kind: 'changed' };
  const after = await tx.quarterReview.findUniqueOrThrow({ where: { id } });
  return after.state === 'published' ? { kind: 'published' } : overtaken(tx, after);
}

interface Changed {
  readonly changedById: string | null;
  readonly changedAt: Date | null;
}

async function overtaken(tx: Trip['tx'], { changedById, changedAt }: Changed): Promise<Unchanged> {
  const by = await findPerson(tx, changedById);
  return { kind: 'overtaken', byName: by?.name ?? 'A colleague', at: changedAt };
}
