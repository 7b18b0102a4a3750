import type { Customer } from '../../customers/customer.ts';
import { shared } from '../../delivery/audience.ts';
import { raisePage } from '../../paging/raise-page.ts';
import { describePageStatus } from '../../paging/show/describe-page-status.ts';
import type { Trip } from '../../shared/database.ts';
import { minute } from '../../shared/time.ts';
import { says } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import { insiderOf, reckoningOf, type Turn } from '../arrival/turn.ts';
import { answer, type Reply } from '../replies/reply.ts';
import { readCallBack } from '../words/call-back.ts';
import { closeOffers } from './close-offers.ts';
import { hearVoice } from './hear-voice.ts';
import { takeWorryAlong } from './worries/take-worry-along.ts';

export interface Call {
  readonly customer: Customer;
  /** In the customer's own words; what they said before, an open offer or a worry, goes along. */
  readonly words: string | null;
  /** `asked`: a person was called for. `overheard`: urgent words between people. */
  readonly how: 'asked' | 'overheard';
}

/** While a page is open, further words between people are answered at most once in so long. */
const overheardEvery = 5 * minute;

/** Calls a human for somebody on the customer's side. The receipt says it; only joining an open page is answered here. */
export async function getHuman(trip: Trip, turn: Turn, call: Call): Promise<Reply[]> {
  const { seat, threadOf } = turn;
  const { customer } = call;
  await closeOffers(trip, turn, 'yes');
  if (call.words) await hearVoice(trip, { turn, customer, text: call.words }, 'trouble');
  const before = await takeWorryAlong(trip, turn, customer.id);
  const person = insiderOf(turn, customer.id);
  const words = joinedWords(before, call.words);
  const { pageId, outcome } = await raisePage(trip, {
    customerId: customer.id,
    raisedBy: 'customer',
    raisedById: person?.id ?? null,
    words: words ?? `${person?.name ?? 'Somebody in the channel'} asks for a person.`,
    callBack: words ? readCallBack(words, reckoningOf(trip, turn)) : null,
    isShared: true,
    placeId: seat.kind === 'place' ? seat.place.id : null,
    threadOf,
  });
  if (outcome === 'raised') return [];
  const reply = await joinedReply(trip, { call, pageId, hasWords: words !== null });
  return [call.how === 'asked' ? reply : { ...reply, key: overheardKey(trip, turn, pageId) }];
}

/**
 * What it is about comes first: "please get someone" alone helps nobody at three in the morning. Trouble told in the
 * call itself is the newest, and leads.
 */
function joinedWords(before: string | null, words: string | null): string | null {
  if (before === null || words === null || words.includes(before)) return words ?? before;
  const isTrouble = says(speechOf(words), ['bad', 'goesWrong', 'lost']);
  return isTrouble ? `${words} … ${before}` : `${before} … ${words}`;
}

interface Joining {
  readonly call: Call;
  readonly pageId: string;
  readonly hasWords: boolean;
}

/** Whoever calls again is answered each time, with how it stands at that moment. */
async function joinedReply(trip: Trip, { call, pageId, hasWords }: Joining): Promise<Reply> {
  const standing = await describePageStatus(trip, pageId);
  const added = hasWords ? shared`I've added that to your page. ` : shared``;
  return answer(call.customer.id, shared`${added}${standing}`);
}

function overheardKey({ now }: Trip, { seat }: Turn, pageId: string): string {
  const where = seat.kind === 'place' ? seat.place.id : seat.person.id;
  return `joined:${pageId}:${where}:${Math.floor(now.getTime() / overheardEvery)}`;
}
