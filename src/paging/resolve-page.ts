import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import type { Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { standDown } from './chase/stand-down.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';

export interface Resolution {
  readonly pageId: string;
  readonly personId: string;
  /** What it was, for the customer to read; empty when there is nothing to say. */
  readonly note: string;
  /** `internal` keeps the note from the customer. Shared when left out. */
  readonly audience?: Visibility;
}

/** Ends a page: the calling stops, every copy says so, and the customer is asked whether that did it. */
export async function resolvePage(
  trip: Trip,
  { pageId, personId, note, audience = 'shared' }: Resolution,
): Promise<'resolved' | 'already'> {
  const { tx, now } = trip;
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return 'already';
  const text = note.trim();
  const isOpenNote = audience === 'shared' && text !== '';
  await tx.page.update({
    where: { id: pageId },
    data: {
      state: 'resolved',
      openKey: null,
      ownerId: page.ownerId ?? personId,
      resolvedAt: now,
      resolvedById: personId,
      resolution: isOpenNote ? text : null,
      confirmed: null,
      dueAt: null,
    },
  });
  await standDown(trip, { pageId, exceptId: personId });
  await answerStaleAsk(trip, page, personId);
  const by = await findPerson(tx, personId);
  const fact = {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.resolved',
    authorId: personId,
    data: { pageId },
  } as const;
  const done = `${by?.name ?? 'A colleague'} resolved the page`;
  const isTold = page.isShared && (isOpenNote || text === '');
  const full = text === '' ? done : `${done}: ${text}`;
  await recordEvent(trip, { ...fact, visibility: isTold ? 'shared' : 'internal', text: full });
  if (page.isShared && !isTold)
    await recordEvent(trip, { ...fact, visibility: 'shared', text: done });
  await showPage(trip, pageId);
  return 'resolved';
}
