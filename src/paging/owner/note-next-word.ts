import { findPerson } from '../../customers/find-person.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, since } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { promisedWord } from '../page/next-word.ts';
import type { Page } from '../page/page.ts';

export interface NextWord {
  readonly personId: string;
  /** When there is word next. */
  readonly at: Date;
}

/** Writes down when there is word next of a locked page, as its owner says, for the customer to read where they know of it. */
export async function noteNextWord(
  trip: Trip,
  page: Page,
  { personId, at }: NextWord,
): Promise<void> {
  const { tx, now } = trip;
  await tx.page.update({ where: { id: page.id }, data: { updatedAt: now, ...promisedWord(at) } });
  const by = await findPerson(tx, personId);
  const minutes = Math.max(1, Math.round(since(now, at) / minute));
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.next-word',
    visibility: page.isShared ? 'shared' : 'internal',
    text: `${by?.name ?? 'A colleague'} gives word next in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    authorId: personId,
    data: { pageId: page.id, nextWordAt: at.toISOString() },
  });
}
