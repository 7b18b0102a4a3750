import { findPerson } from '../../customers/find-person.ts';
import { cardFrom } from '../../delivery/card.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { lockPage } from '../page/page-lock.ts';
import { drawAside } from './draw-aside.ts';
import { loadPageView } from './load-page-view.ts';
import type { PageView } from './page-view.ts';
import {
  type Mentioned,
  type PageWord,
  pageWordCard,
  pageWordKey,
  pageWordsKey,
  withWord,
} from './page-word.ts';
import { receiptKey, receiptTo } from './receipt-draft.ts';

/** A page of which something is said. */
export interface Told {
  readonly pageId: string;
  /** It, as it has just been shown; null where that is to be looked up. */
  readonly view: PageView | null;
}

/**
 * Says of a page what whoever asked must notice, as a new message under its receipt, mentioning them and the leader.
 * What is said in one breath is one message. A page the customer knows nothing of is silent.
 */
export async function tellPageWord(
  trip: Trip,
  { pageId, view: shown }: Told,
  word: PageWord,
): Promise<void> {
  await drawAside(trip, pageId, async () => {
    const view = shown ?? (await loadPageView(trip, await lockPage(trip, pageId)));
    const { page } = view;
    const to = receiptTo(page);
    if (!page.isShared || !to) return;
    const breath = await trip.tx.message.findFirst({
      where: {
        customerId: page.customerId,
        name: 'page-word',
        key: { startsWith: pageWordsKey(pageId) },
        createdAt: trip.now,
        sentRevision: 0,
      },
      orderBy: { seq: 'desc' },
    });
    const key = pageWordKey(page, word);
    if (breath) {
      if (breath.key === key) return;
      return editMessage(trip, breath.key, withWord(cardFrom(breath.card), view, word));
    }
    const mentioned = 'placeId' in to ? await listMentioned(trip, view) : [];
    await sendMessage(trip, {
      key,
      lane: 'pages',
      to,
      card: pageWordCard(view, word, mentioned),
      threadOf: page.threadOf,
      forId: page.raisedBy === 'customer' ? page.raisedById : null,
      under: 'placeId' in to ? receiptKey(page) : null,
    });
  });
}

/** Whoever asked, and the leader; of the customer's own people alone. */
async function listMentioned({ tx }: Trip, { page, customer }: PageView): Promise<Mentioned[]> {
  const mentioned: Mentioned[] = [];
  for (const id of new Set([page.raisedById, customer.leaderId])) {
    const person = await findPerson(tx, id);
    if (person?.active && person.customerId === customer.id) mentioned.push(person);
  }
  return mentioned;
}
