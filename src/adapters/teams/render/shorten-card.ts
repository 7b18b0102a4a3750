import { cutWords } from '../../../conversation/arrival/inbound.ts';
import type { Audience, Span, Text } from '../../../delivery/audience.ts';
import type { Card } from '../../../delivery/card.ts';

/** Teams takes messages of about 80 KB and counts them in UTF-16, two bytes for most characters. */
export const mostBytes = 80 * 1024;

/** What this weighs for Teams once it is on the wire. */
export function bytesOf(content: object): number {
  const text = JSON.stringify(content);
  return Math.max(text.length * 2, Buffer.byteLength(text));
}

/** How much of a card is kept: characters of each text, and how many paragraphs, facts and buttons. */
export interface Measure {
  readonly letters: number;
  readonly parts: number;
}

/** From everything to the least that still says what it is. */
export const measures: readonly Measure[] = [
  { letters: Number.POSITIVE_INFINITY, parts: Number.POSITIVE_INFINITY },
  { letters: 8_000, parts: 400 },
  { letters: 4_000, parts: 100 },
  { letters: 2_000, parts: 40 },
  { letters: 1_000, parts: 20 },
  { letters: 400, parts: 12 },
  { letters: 200, parts: 8 },
];

/** The card within this measure. What was left out is said at its end, so that nobody takes a part for the whole. */
export function shortenCard(card: Card, measure: Measure): Card {
  const { heading, body, facts = [], actions = [], foot } = card;
  const cut = (text: Text<Audience>) => cutText(text, measure.letters);
  const kept: Card = {
    ...card,
    ...(heading && { heading: cut(heading) }),
    body: body.slice(0, measure.parts).map(cut),
    facts: facts
      .slice(0, measure.parts)
      .map(({ label, text }) => ({ label: cutWords(label, 100), text: cut(text) })),
    actions: actions.slice(0, measure.parts),
    ...(foot && { foot: cut(foot) }),
  };
  const left = leftOut(card, kept);
  return left === '' ? kept : { ...kept, body: [...kept.body, words(left)] };
}

function leftOut(card: Card, kept: Card): string {
  const letters = lettersOf(card) - lettersOf(kept);
  if (letters <= 0) return '';
  const share = letters.toLocaleString('en-GB');
  return `This is shortened: ${share} characters more than Teams shows in one message are left out.`;
}

function lettersOf({ heading, body, facts = [], foot }: Card): number {
  const texts = [...body, ...facts.map(({ text }) => text), ...(heading ? [heading] : [])];
  return [...texts, ...(foot ? [foot] : [])].reduce((sum, text) => sum + lengthOf(text), 0);
}

function lengthOf({ spans }: Text<Audience>): number {
  return spans.reduce((sum, span) => sum + (span.kind === 'time' ? 0 : span.text.length), 0);
}

function cutText(text: Text<Audience>, letters: number): Text<Audience> {
  if (lengthOf(text) <= letters) return text;
  const spans: Span[] = [];
  let left = letters;
  for (const span of text.spans) {
    if (left <= 0) break;
    if (span.kind === 'time') spans.push(span);
    else {
      spans.push({ ...span, text: cutWords(span.text, left) });
      left -= span.text.length;
    }
  }
  return { spans };
}

function words(text: string): Text<Audience> {
  return { spans: [{ kind: 'text', text }] };
}
