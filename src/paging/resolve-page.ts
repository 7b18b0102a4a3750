import { findPerson } from '../customers/find-person.ts';
import { shared, words } from '../delivery/audience.ts';
import { sentence } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import { openly, type Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { standDown } from './chase/stand-down.ts';
import { answerStaleAsk } from './owner/answer-stale-ask.ts';
import { pageFact } from './page/page-fact.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';
import { tellPageWord } from './show/tell-page-word.ts';

export interface Resolution {
  readonly pageId: string;
  readonly personId: string;
  /** What it was; empty when there is nothing to say. */
  readonly note: string;
  /** `shared`: the customer reads the note too. Ours alone when left out. */
  readonly audience?: Visibility;
}

/** `isTold`: the customer reads the note. */
export interface Resolved {
  readonly outcome: 'resolved' | 'already';
  readonly isTold: boolean;
}

/** Ends a page: the calling stops, every copy says so, and the customer is asked whether that did it. */
export async function resolvePage(
  trip: Trip,
  { pageId, personId, note, audience = 'internal' }: Resolution,
): Promise<Resolved> {
  const { tx, now } = trip;
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return { outcome: 'already', isTold: false };
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
  const who = by ? shared`${words(openly(by.name))}` : shared`A colleague`;
  const fact = {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.resolved',
    authorId: personId,
  } as const;
  const done = pageFact(pageId, shared`${who} resolved the page.`);
  const isTold = page.isShared && (isOpenNote || text === '');
  // The note is kept beside the sentence, so that it can be shared later as it was written.
  const full = text === '' ? done.text : `${done.text}: ${text}`;
  const kept = { ...fact, text: full, data: { pageId, note: text } };
  const told = isOpenNote
    ? pageFact(pageId, shared`${who} resolved the page: ${words(openly(sentence(text)))}`)
    : done;
  if (isTold) await recordEvent(trip, { ...fact, ...told, text: full, visibility: 'shared' });
  else await recordEvent(trip, { ...kept, visibility: 'internal' });
  if (page.isShared && !isTold) await recordEvent(trip, { ...fact, ...done, visibility: 'shared' });
  const view = await showPage(trip, pageId);
  await tellPageWord(trip, { pageId, view }, { kind: 'resolved' });
  return { outcome: 'resolved', isTold: page.isShared && isOpenNote };
}
