import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { shared, time, words } from '../delivery/audience.ts';
import { pageFrom } from '../paging/page.ts';
import { raisePage } from '../paging/raise-page.ts';
import type { Trip } from '../shared/database.ts';
import { minute } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import { findRecentWorry } from './find-recent-worry.ts';
import { insiderOf, type Occasion } from './occasion.ts';
import { answer, type Reply } from './reply.ts';
import { settleOffers } from './settle-offers.ts';

export interface Call {
  readonly customer: Customer;
  /** In the customer's own words; what they said before, an open offer or a worry, goes along. */
  readonly words: string | null;
}

/** While a page is open, further words are answered at most once in so long. */
const joinedEvery = 5 * minute;

/** Calls a human for somebody on the customer's side. The receipt says it; only joining an open page is answered here. */
export async function getHuman(trip: Trip, occasion: Occasion, call: Call): Promise<Reply[]> {
  const { seat, threadOf } = occasion;
  const { customer } = call;
  const offered = await settleOffers(trip, occasion, 'yes');
  const before = offered ?? (await findRecentWorry(trip, customer.id));
  const person = insiderOf(occasion, customer.id);
  const { pageId, outcome } = await raisePage(trip, {
    customerId: customer.id,
    raisedBy: 'customer',
    raisedById: person?.id ?? null,
    words:
      joinedWords(before, call.words) ??
      `${person?.name ?? 'Somebody in the channel'} asks for a person.`,
    isShared: true,
    placeId: seat.kind === 'place' ? seat.place.id : null,
    threadOf,
  });
  return outcome === 'joined' ? [await joinedReply(trip, occasion, { customer, pageId })] : [];
}

/** What it is about comes first: "please get someone" alone helps nobody at three in the morning. */
function joinedWords(before: string | null, words: string | null): string | null {
  if (before === null || words === null || words.includes(before)) return words ?? before;
  return `${before} … ${words}`;
}

async function joinedReply(
  trip: Trip,
  { seat }: Occasion,
  { customer, pageId }: { customer: Customer; pageId: string },
): Promise<Reply> {
  const page = pageFrom(await trip.tx.page.findUniqueOrThrow({ where: { id: pageId } }));
  const owner = await findPerson(trip.tx, page.ownerId);
  const since = page.acknowledgedAt ?? page.raisedAt;
  const who = owner
    ? shared`${words(openly(owner.name))} has it, since ${time(since)}, and is being told.`
    : shared`I have been calling since ${time(page.raisedAt)} and go on until somebody has it.`;
  const where = seat.kind === 'place' ? seat.place.id : seat.person.id;
  const stretch = Math.floor(trip.now.getTime() / joinedEvery);
  return {
    ...answer(customer.id, shared`I've added that to your page. ${who}`),
    key: `joined:${pageId}:${where}:${stretch}`,
  };
}
