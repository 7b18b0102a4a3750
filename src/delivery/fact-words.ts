import type { Json } from '../shared/database.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';
import { type Audience, type Span, shared, type Text, words } from './audience.ts';
import { plainSpans, type Reader } from './plain-text.ts';

/**
 * A sentence of ours as the timeline keeps it: in plain English on one clock, for lists, and as it was composed,
 * for readers on other clocks and in other languages.
 */
export function asFact(
  sentence: Text<Audience>,
  reader: Reader,
): { readonly text: string; readonly says: Json } {
  return { text: plainSpans(sentence, reader), says: JSON.parse(JSON.stringify(sentence.spans)) };
}

/** What a shared fact says, for whoever reads it. An internal fact does not compile here. */
export function factWords({ kind, data, text }: SharedEvent): Text<'shared'> {
  // Only what we composed ourselves is kept so; an outside sender's fact is words.
  const isOurs = kind !== 'external' && Array.isArray(data.says);
  if (isOurs) return { spans: data.says as readonly Span[] };
  return shared`${words(openly(sentence(text)))}`;
}

/** Ends like a sentence, however it was typed. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
