import { nextWordOf } from '../../../paging/page/next-word.ts';
import type { Trip } from '../../../shared/database.ts';
import type { TakenPage, TakenWithWord } from './taken-note.ts';

/** What came of taking a page, with when there is word of it next. */
export async function loadTaken({ tx, now }: Trip, taken: TakenPage): Promise<TakenWithWord> {
  const row = await tx.page.findUniqueOrThrow({ where: { id: taken.pageId } });
  const { isShared } = row;
  return { ...taken, isShared, wordAt: nextWordOf(row, now) };
}
