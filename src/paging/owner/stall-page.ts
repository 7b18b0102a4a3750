import { editMessage } from '../../delivery/edit-message.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { escalatePage } from '../chase/escalate-page.ts';
import { chaseAnew } from '../ladder/position.ts';
import { nextWordOf } from '../page/next-word.ts';
import type { Page } from '../page/page.ts';
import { tellPageWord } from '../show/tell-page-word.ts';
import { staleAskCard, staleAskKey } from './stale-ask.ts';

/** The owner did not answer: the next level is called, and the owner is told so. */
export async function stallPage(trip: Trip, page: Page): Promise<void> {
  const { tx, now } = trip;
  const { policy, position } = chaseAnew(page, page.policy);
  await escalatePage(trip, { ...page, policy }, position);
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: page.customerId } });
  const word = { kind: 'overdue', ownerId: page.ownerId, wordAt: nextWordOf(page, now) } as const;
  await tellPageWord(trip, { pageId: page.id, view: null }, word);
  const card = staleAskCard({
    page,
    customerName: customer.name,
    ask: { state: 'passed', at: now },
  });
  await editMessage(trip, staleAskKey(page), card);
  if (!page.ownerId) return;
  // An edit wakes nobody, and the owner may just have looked away: this one rings.
  const key = `${staleAskKey(page)}:passed`;
  await sendMessage(trip, { key, lane: 'pages', to: { personId: page.ownerId }, card });
}
