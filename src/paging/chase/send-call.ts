import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { listOwnPages } from '../page/list-own-pages.ts';
import { cardFor } from '../show/card-for.ts';
import { loadBrief } from '../show/load-brief.ts';
import { outsideCard } from '../show/outside-card.ts';
import type { PageCall, PageView } from '../show/page-view.ts';

/** Sends the page to one person, in the words that their medium has room for. */
export async function sendCall(trip: Trip, view: PageView, call: PageCall): Promise<void> {
  const { messageKey, personId, via, address } = call;
  await sendMessage(trip, {
    key: messageKey,
    lane: 'pages',
    to: { personId },
    via,
    address,
    card: await cardOf(trip, view, call),
  });
}

/** A text message and a telephone have room for little; everybody else reads the whole page. */
async function cardOf(trip: Trip, view: PageView, { personId, via }: PageCall) {
  if (via !== 'sms' && via !== 'voice') return cardFor(view, personId, await loadBrief(trip, view));
  const ringing = await listOwnPages(trip, personId);
  const others = ringing.filter(
    ({ id, state, isCalled }) => state === 'open' && isCalled && id !== view.page.id,
  );
  return outsideCard(view, { personId, via, others: others.length });
}
