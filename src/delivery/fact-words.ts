import type { Json } from '../shared/database.ts';
import { instantText } from '../shared/instant-text.ts';
import type { SharedEvent } from '../timeline/event.ts';
import { type Audience, type Span, type Text, writtenSpans } from './audience.ts';

/**
 * A sentence of ours as the timeline keeps it: in plain English, its instants as instants, and as it was composed, for
 * readers in other languages.
 */
export function asFact(sentence: Text<Audience>): { readonly text: string; readonly says: Json } {
  const text = sentence.spans
    .map(span => (span.kind === 'time' ? instantText(new Date(span.at)) : span.text))
    .join('');
  return { text, says: JSON.parse(JSON.stringify(sentence.spans)) };
}

/** What a shared fact says, for whoever reads it. An internal fact does not compile here. */
export function factWords({ kind, data, text }: SharedEvent): Text<'shared'> {
  // Only what we composed ourselves is kept so; an outside sender's fact is words.
  const isOurs = kind !== 'external' && Array.isArray(data.says);
  if (isOurs) return { spans: data.says as readonly Span[] };
  return { spans: writtenSpans(sentence(text)) };
}

/** Ends like a sentence, however it was typed. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
