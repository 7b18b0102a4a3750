import { getCustomer } from '../../customers/find-customer.ts';
import type { Place } from '../../customers/place.ts';
import { raisePage } from '../../paging/raise-page.ts';
import type { Trip } from '../../shared/database.ts';
import { instantText } from '../../shared/instant-text.ts';
import { openTask } from '../../tasks/open-task.ts';
import { understand } from '../../understanding/understand.ts';
import { readHumanWish } from '../words/human-wish.ts';
import { findSaidLateAt } from './find-said-late-at.ts';
import { findSpeaker } from './find-speaker.ts';
import { type Inbound, tidyWords } from './inbound.ts';
import { mayStillRing } from './may-still-ring.ts';
import { ownWords } from './own-words.ts';

/**
 * In a parked place nothing is said, because somebody may read along. Whoever calls for a human there gets
 * one all the same: the customer's people are called, without a receipt, and told that they must answer themselves. A call
 * that reaches us when it is over wakes nobody: the advocate has it as a task.
 */
export async function fetchForParked(trip: Trip, inbound: Inbound, place: Place): Promise<void> {
  const words = callIn(inbound.said);
  if (words === null || !place.customerId || place.audience !== 'shared') return;
  const actor = await findSpeaker(trip, inbound.from, null);
  if (actor?.side === 'vendor') return;
  const lateAt = await findSaidLateAt(trip, inbound);
  if (lateAt && !(await mayStillRing(trip, place.customerId, lateAt))) {
    await openTask(trip, {
      key: `late:${inbound.id}`,
      customerId: place.customerId,
      kind: 'late-words',
      text: `${actor?.name ?? 'Somebody'} wrote ${instantText(lateAt)} in ${place.id}, where I may not answer, and it reached me ${instantText(trip.now)}: "${words}" I called nobody; please see whether it still holds.`,
      assigneeId: (await getCustomer(trip.tx, place.customerId)).advocateId,
      urgency: 'now',
    });
    return;
  }
  await raisePage(trip, {
    customerId: place.customerId,
    raisedBy: 'customer',
    raisedById: actor?.customerId === place.customerId ? actor.id : null,
    words: `${words} (said in ${place.id}, where I may not answer: ${place.parkedReason ?? 'parked'}. Please answer yourself.)`,
    isShared: false,
  });
}

/** The words of a call for a human; null when it is none. */
function callIn(said: Inbound['said']): string | null {
  switch (said.kind) {
    case 'text': {
      const text = tidyWords(ownWords(said.text));
      return understand(text).urgent || readHumanWish(text) === 'now' ? text : null;
    }
    case 'press':
      if (said.action === 'page.raise') return 'Asks for a person.';
      return said.action === 'check-in.worried' ? 'Is worried.' : null;
    case 'sign':
      return said.sign === 'hand' ? 'Raises a hand.' : null;
    case 'command':
      return null;
  }
}
