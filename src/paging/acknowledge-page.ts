import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { reachManagement } from './chase/reach-management.ts';
import { standDown } from './chase/stand-down.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { noteNextWord } from './owner/note-next-word.ts';
import { promisedWord, usualWordFrom, wordAfter } from './page/next-word.ts';
import type { Page } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';
import { tellPageWord } from './show/tell-page-word.ts';

export interface Acknowledgement {
  readonly pageId: string;
  readonly personId: string;
  /** When the customer hears next, where they said so. */
  readonly nextWordAt?: Date | null;
}

/** `already`: somebody else has it. `yours`: it was theirs, and now counts as a sign of life. */
export type Acknowledged = 'acknowledged' | 'already' | 'yours' | 'resolved';

/** Takes a page: the first answer owns it, the calling stops, and every copy says who has it. */
export async function acknowledgePage(
  trip: Trip,
  { pageId, personId, nextWordAt = null }: Acknowledgement,
): Promise<Acknowledged> {
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return 'resolved';
  if (page.state === 'acknowledged' && page.ownerId !== personId) return 'already';
  const isKept = page.state === 'acknowledged';
  if (isKept) await keepPage(trip, page, personId);
  else await takePage(trip, page, personId);
  if (nextWordAt) await noteNextWord(trip, page, { personId, at: nextWordAt });
  const view = await showPage(trip, pageId);
  if (view) await reachManagement(trip, view, personId);
  if (!isKept) await tellPageWord(trip, { pageId, view }, { kind: 'taken' });
  return isKept ? 'yours' : 'acknowledged';
}

/** "Still on it": there is word a little later. */
async function keepPage(trip: Trip, page: Page, personId: string): Promise<void> {
  const { tx, now } = trip;
  await tx.page.update({
    where: { id: page.id },
    data: { updatedAt: now, ...promisedWord(wordAfter(page, now)) },
  });
  await answerStaleAsk(trip, page, personId);
}

async function takePage(trip: Trip, page: Page, personId: string): Promise<void> {
  const { tx, now } = trip;
  const { id, customerId, transitionId, isShared } = page;
  await tx.page.update({
    where: { id },
    data: {
      state: 'acknowledged',
      ownerId: personId,
      acknowledgedAt: now,
      updatedAt: now,
      ...promisedWord(usualWordFrom(now)),
    },
  });
  await standDown(trip, { pageId: id, exceptId: personId });
  await answerStaleAsk(trip, page, personId);
  const owner = await findPerson(tx, personId);
  const name = owner?.name ?? 'A colleague';
  await recordEvent(trip, {
    customerId,
    transitionId,
    kind: 'page.acknowledged',
    visibility: isShared ? 'shared' : 'internal',
    text: isShared ? `${name} has the page and is looking` : `${name} has the page`,
    authorId: personId,
    data: { pageId: id },
  });
}
