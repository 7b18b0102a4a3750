import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { listOwnPages } from '../page/list-own-pages.ts';
import type { Brief } from '../show/brief.ts';
import { cardFor } from '../show/card-for.ts';
import { outsideCard } from '../show/outside-card.ts';
import type { PageCall, PageView } from '../show/page-view.ts';

export interface CallToSend {
  readonly view: PageView;
  readonly call: PageCall;
  /** What a colleague needs to help; asked for where there is room for it. */
  readonly brief: () => Promise<Brief>;
}

/** Sends the page to one person, in the words that their medium has room for. */
export async function sendCall(trip: Trip, calling: CallToSend): Promise<void> {
  const { call } = calling;
  const { messageKey, personId, via, address } = call;
  await sendMessage(trip, {
    key: messageKey,
    lane: 'pages',
    to: { personId },
    via,
    address,
    card: await cardOf(trip, calling),
  });
}

/** A text message and a telephone have room for little; everybody else reads the whole page. */
async function cardOf(trip: Trip, { view, call: { personId, via }, brief }: CallToSend) {
  if (via !== 'sms' && via !== 'voice') return cardFor(view, personId, await brief());
  const ringing = await listOwnPages(trip, personId);
  const others = ringing.filter(
    ({ id, state, isCalled }) => state === 'open' && isCalled && id !== view.page.id,
  );
  return outsideCard(view, { personId, via, others: others.length });
}
