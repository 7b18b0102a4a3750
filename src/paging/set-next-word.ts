import type { Trip } from '../shared/database.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { type NextWord, noteNextWord } from './owner/note-next-word.ts';
import { isExpected } from './page/is-expected.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';

/** `taken`: nobody had it, and who promises word of it has it. `not-yours`: somebody else has it, or was called for it. */
export type NextWordSet = 'set' | 'taken' | 'not-yours' | 'resolved';

/** Whoever has a page says when the customer hears next; the receipt shows it. */
export async function setNextWord(
  trip: Trip,
  { pageId, personId, at }: NextWord & { readonly pageId: string },
): Promise<NextWordSet> {
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return 'resolved';
  if (page.state === 'open') {
    if (!(await isExpected(trip, pageId, personId))) return 'not-yours';
    await acknowledgePage(trip, { pageId, personId, nextWordAt: at });
    return 'taken';
  }
  if (page.ownerId !== personId) return 'not-yours';
  await noteNextWord(trip, page, { personId, at });
  await answerStaleAsk(trip, page, personId);
  await showPage(trip, pageId);
  return 'set';
}
