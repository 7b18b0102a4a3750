import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import type { Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { staleFrom } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';

export interface PageUpdate {
  readonly pageId: string;
  readonly personId: string;
  readonly text: string;
  /** `shared`: the customer reads it in the receipt and on the timeline. */
  readonly audience: Visibility;
}

/** Who can read the update, and whether it took a page that nobody had. */
export interface Updated {
  readonly read: Visibility;
  readonly isTaken: boolean;
}

/**
 * Writes down how far the work on a page is, and counts as a sign of life of its owner. Somebody who was
 * called and says how it goes has it, if nobody else does. A page the customer knows nothing of keeps its
 * updates internal.
 */
export async function updatePage(
  trip: Trip,
  { pageId, personId, text, audience }: PageUpdate,
): Promise<Updated | 'resolved'> {
  const { tx, now } = trip;
  const before = await lockPage(trip, pageId);
  if (before.state === 'resolved') return 'resolved';
  const isTaken = before.state === 'open' && (await isExpected(trip, pageId, personId));
  if (isTaken) await acknowledgePage(trip, { pageId, personId });
  const page = isTaken ? await lockPage(trip, pageId) : before;
  const visibility = page.isShared ? audience : 'internal';
  const by = await findPerson(tx, personId);
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.updated',
    visibility,
    text: `${by?.name ?? 'A colleague'}: ${text}`,
    authorId: personId,
    data: { pageId },
  });
  if (page.state === 'acknowledged') {
    await tx.page.update({
      where: { id: pageId },
      data: { updatedAt: now, staleAsks: 0, dueAt: staleFrom(now) },
    });
    await answerStaleAsk(trip, page, page.ownerId ?? personId);
  }
  await showPage(trip, pageId);
  return { read: visibility, isTaken };
}

/** Called and not excused: a word from them is the answer that everybody waits for. */
async function isExpected({ tx }: Trip, pageId: string, personId: string): Promise<boolean> {
  const calls = await tx.pageCall.count({
    where: { pageId, personId, state: { in: ['planned', 'called'] } },
  });
  return calls > 0;
}
