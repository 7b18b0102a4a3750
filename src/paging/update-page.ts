import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import type { Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { answerStaleAsk } from './answer-stale-ask.ts';
import { lockPage } from './lock-page.ts';
import { staleFrom } from './page.ts';
import { showPage } from './show-page.ts';

export interface PageUpdate {
  readonly pageId: string;
  readonly personId: string;
  readonly text: string;
  /** `shared`: the customer reads it in the receipt and on the timeline. */
  readonly audience: Visibility;
}

/**
 * Writes down how far the work on a page is, and counts as a sign of life of its owner. Returns who can read
 * it: a page the customer knows nothing of keeps its updates internal.
 */
export async function updatePage(
  trip: Trip,
  { pageId, personId, text, audience }: PageUpdate,
): Promise<Visibility | 'resolved'> {
  const { tx, now } = trip;
  const page = await lockPage(tx, pageId);
  if (page.state === 'resolved') return 'resolved';
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
  return visibility;
}
