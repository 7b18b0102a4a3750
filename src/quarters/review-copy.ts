import { type Audience, shared, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import type { FoundReview } from './find-review.ts';
import { ownTexts } from './own-text.ts';

/** A review as a document. What stands in a shared one, the customer may read. */
export interface ReviewCopy<A extends Audience = Audience> {
  readonly audience: A;
  readonly customerName: string;
  readonly organisation: string;
  readonly timeZone: string;
  readonly madeAt: Date;
  readonly card: Card<'shared'>;
  readonly own: readonly Text<A>[];
}

/** For our own people: what the customer reads, and what stands beside it for us alone. */
export function ownCopy(now: Date, found: FoundReview): ReviewCopy<'internal'> | null {
  const card = documentCard(found);
  return card && { audience: 'internal', ...headOf(now, found), card, own: ownTexts(found.own) };
}

/** Whose it is, and when it was made. */
export function headOf(now: Date, { customer, organisation }: FoundReview) {
  const { name: customerName, timeZone } = customer;
  return { customerName, organisation, timeZone, madeAt: now };
}

/** What was written for a place in chat, as it stands on paper: nothing to press, and times with their dates. */
export function documentCard({
  copy,
  out,
  advocateName,
  customer,
}: FoundReview): Card<'shared'> | null {
  if (!copy) return null;
  const { heading, body, facts = [] } = copy.card;
  const standing = out
    ? shared`Published: ${time(out.at, 'day')}.`
    : shared`This is a draft; it is not published.`;
  return sharedCard('news', customer.id, {
    ...(heading && { heading }),
    body: [standing, ...body.map(dated)],
    facts: facts.map(({ label, text }) => ({ label, text: dated(text) })),
    ...(advocateName !== null && {
      foot: shared`Ask ${words(openly(advocateName))} about anything in here.`,
    }),
  });
}

function dated(text: Text<'shared'>): Text<'shared'> {
  const spans = text.spans.map(span =>
    span.kind === 'time' ? { ...span, style: 'full' as const } : span,
  );
  return { ...text, spans };
}
