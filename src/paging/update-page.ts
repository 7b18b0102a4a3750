import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import type { Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { noteNextWord } from './owner/note-next-word.ts';
import { isExpected } from './page/is-expected.ts';
import { promisedWord, wordAfter } from './page/next-word.ts';
import type { Page } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';
import { tellPageWord } from './show/tell-page-word.ts';

export interface PageUpdate {
  readonly pageId: string;
  readonly personId: string;
  readonly text: string;
  /** `shared`: the customer reads it in the receipt and on the timeline. */
  readonly audience: Visibility;
  /** When there is word next, where they said so. */
  readonly nextWordAt?: Date | null;
}

/** Who can read the update, and whether it took a page that nobody had. */
export interface Updated {
  readonly read: Visibility;
  readonly isTaken: boolean;
  /** The place in which its customer has just been told; null when nowhere. */
  readonly toldIn: string | null;
}

/**
 * Writes down how far the work on a page is, and counts as a sign of life of its owner. Somebody who was
 * called and says how it goes has it, if nobody else does. A page the customer knows nothing of keeps its
 * updates internal.
 */
export async function updatePage(
  trip: Trip,
  { pageId, personId, text, audience, nextWordAt = null }: PageUpdate,
): Promise<Updated | 'resolved'> {
  const { tx } = trip;
  const before = await lockPage(trip, pageId);
  if (before.state === 'resolved') return 'resolved';
  const isTaken = before.state === 'open' && (await isExpected(trip, pageId, personId));
  if (isTaken) await acknowledgePage(trip, { pageId, personId });
  const page = isTaken ? await lockPage(trip, pageId) : before;
  const visibility = page.isShared ? audience : 'internal';
  const by = await findPerson(tx, personId);
  const factId = await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.updated',
    visibility,
    text: `${by?.name ?? 'A colleague'}: ${text}`,
    authorId: personId,
    data: { pageId },
  });
  if (page.state === 'acknowledged') {
    await followWord(trip, page, visibility);
    await answerStaleAsk(trip, page, page.ownerId ?? personId);
  }
  if (nextWordAt) await noteNextWord(trip, page, { personId, at: nextWordAt });
  const view = await showPage(trip, pageId);
  const isTold = visibility === 'shared';
  if (isTold) await tellPageWord(trip, { pageId, view }, { kind: 'updated', factId });
  return { read: visibility, isTaken, toldIn: isTold ? page.placeId : null };
}

/**
 * Word for the customer is the one that was promised. A word for us alone says that its owner is there, but the customer
 * has still heard nothing: it moves the next word only where that was asked for already.
 */
async function followWord(trip: Trip, page: Page, visibility: Visibility): Promise<void> {
  const { tx, now } = trip;
  const isWord = visibility === 'shared' || !page.isShared || page.staleAsks > 0;
  const data = isWord ? promisedWord(wordAfter(page, now)) : {};
  await tx.page.update({ where: { id: page.id }, data: { updatedAt: now, ...data } });
}
