import { internal, keyword, strong, type Text, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';

/** A shift that is coming. */
export interface ComingShift {
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date | null;
  /** Who has it before; null when nobody does. */
  readonly beforeName: string | null;
}

/** What somebody reads a day and an hour before they are on call. */
export function shiftCard({ scheduleId, from, until, beforeName }: ComingShift): Card<'internal'> {
  const end = until ? internal` until ${time(until)}` : internal``;
  const before = beforeName
    ? internal`You take over from ${beforeName}; open pages come with the shift.`
    : internal`Nobody is on call before you.`;
  return internalCard('shift', null, {
    body: [internal`You are on call by ${scheduleId} from ${time(from)}${end}.`, before],
    foot: internal`Cannot? Type ${keyword('cover NAME')} and when, and I ask them.`,
  });
}

/** One page as it stands when its person's shift ends. */
export interface OpenPage {
  readonly customerName: string;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly takenAt: Date | null;
  /** The newest words about it, for our eyes. */
  readonly lastWords: string | null;
  readonly nextWordAt: Date | null;
}

/** What the next person reads as a shift begins with pages open, and what whoever had them reads. */
export function handOverCard(
  pages: readonly OpenPage[],
  { reader, otherName }: { reader: 'before' | 'after'; otherName: string },
): Card<'internal'> {
  const what = pages.length === 1 ? 'a page' : `${pages.length} pages`;
  const heading =
    reader === 'after'
      ? internal`Your shift begins with ${what} of ${otherName}`
      : internal`Your shift is over; ${otherName} has ${what} of yours now`;
  const foot =
    reader === 'after'
      ? internal`Each rings for you until you say ${keyword('ack')}; ${otherName} can be asked.`
      : internal`Tell ${otherName} what is not written here: ${keyword('log')} and the customer's name.`;
  return internalCard('handover', null, { heading, body: pages.map(pageText), foot });
}

function pageText(page: OpenPage): Text<'internal'> {
  const { customerName, reason, raisedAt, takenAt, lastWords, nextWordAt } = page;
  const taken = takenAt ? internal`, taken ${time(takenAt)}` : internal`, not taken yet`;
  const last = lastWords ? internal` Last: ${lastWords}.` : internal``;
  const next = nextWordAt ? internal` Their next word is due ${time(nextWordAt)}.` : internal``;
  return internal`${strong(openly(customerName))}: "${reason}", since ${time(raisedAt)}${taken}.${last}${next}`;
}
