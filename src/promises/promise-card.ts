import { internal, shared, time, words } from '../delivery/audience.ts';
import { type Action, type Card, internalCard, sharedCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import { bare, type Promised, type SharedPromise } from './promise.ts';

interface Move {
  readonly to: Date;
  readonly why: string;
  /** It was missed before anybody said so. */
  readonly isLate: boolean;
}

/** The customer's message about a promise that has another time: old and new, and why. */
export function movedCard(promise: SharedPromise, { to, why, isLate }: Move): Card<'shared'> {
  const what = words(openly(bare(promise.text)));
  const old = isLate
    ? shared`It was promised for ${time(promise.promisedFor)}, and that was missed.`
    : shared`It was promised for ${time(promise.promisedFor)}.`;
  return sharedCard('promise', promise.customerId, {
    body: [
      shared`⏳ What we promised comes later: ${what}, now by ${time(to)}.`,
      shared`${old} The reason: ${words(openly(bare(why)))}.`,
    ],
    actions: [{ id: 'page.raise', label: 'Get a person', subject: promise.customerId }],
    foot: shared`Type page to get a person, at any hour.`,
  });
}

/** What whoever gave their word reads an hour before it is due. */
export function dueCard(
  { customerId, text, promisedFor }: Promised,
  customerName: string,
): Card<'internal'> {
  return internalCard('promise', customerId, {
    body: [
      internal`⏳ Promised to ${customerName} by ${time(promisedFor)}: ${bare(text)}.`,
      internal`"kept ${bare(text)}" when it is done. If it takes longer, "moved ${bare(text)} to …, because …" before it is missed.`,
    ],
  });
}

interface Offer {
  readonly customerName: string;
  /** No time was said. */
  readonly isGuessed: boolean;
}

/** What whoever wrote a promise to a customer is asked, alone with us. */
export function offerCard(
  { id, customerId, text, promisedFor }: Promised,
  { customerName, isGuessed }: Offer,
): Card<'internal'> {
  const said = internal`You wrote to ${customerName}: “${bare(text)}”, by ${time(promisedFor)}. Shall I note that?`;
  const unsaid = internal`You promised ${customerName}: “${bare(text)}”, without a time. Shall I note it for ${time(promisedFor)}?`;
  const no: Action = { id: 'promise.decline', label: 'No', subject: id };
  const share: Action = { id: 'promise.share', label: 'Share', subject: id, style: 'primary' };
  const keep: Action = { id: 'promise.keep', label: 'Keep', subject: id };
  const note: Action = { id: 'promise.note', label: 'Note it', subject: id, style: 'primary' };
  return internalCard('promise', customerId, {
    body: [
      isGuessed ? unsaid : said,
      internal`Shared, it stands under what we owe them; kept, only we are reminded of it.`,
    ],
    actions: isGuessed ? [note, share, no] : [share, keep, no],
  });
}
