import type { Trip } from '../shared/database.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { promisedWord, wordAfter } from './page/next-word.ts';
import { lockPage } from './page/page-lock.ts';
import { unresolved } from './page/page-state.ts';
import { showPage } from './show/show-page.ts';

export interface KeptWord {
  readonly customerId: string;
  /** Who wrote to the customer. */
  readonly personId: string;
}

/** One of ours has written to the customer themselves: that is the word which was promised, and the next one follows later. */
export async function keepWord(trip: Trip, { customerId, personId }: KeptWord): Promise<void> {
  const { tx, now } = trip;
  const owned = await tx.page.findMany({
    where: { customerId, ...unresolved, state: 'acknowledged', isShared: true },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of owned) {
    const page = await lockPage(trip, id);
    if (page.state !== 'acknowledged') continue;
    await tx.page.update({
      where: { id },
      data: { updatedAt: now, ...promisedWord(wordAfter(page, now)) },
    });
    await answerStaleAsk(trip, page, personId);
    await showPage(trip, id);
  }
}
