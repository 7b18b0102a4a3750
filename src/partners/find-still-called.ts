import { unresolved } from '../paging/page/page-state.ts';
import type { Trip } from '../shared/database.ts';
import type { KeptWords } from './kept-words.ts';

/** The customer somebody was called at without an answer, as long as the page there is open. */
export async function findStillCalled(
  { tx }: Trip,
  { calledFor }: KeptWords,
): Promise<string | null> {
  if (calledFor === null) return null;
  const open = await tx.page.count({ where: { customerId: calledFor, ...unresolved } });
  return open > 0 ? calledFor : null;
}
