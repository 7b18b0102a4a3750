import { type Audience, type Text, writtenSpans } from '../../../delivery/audience.ts';
import { factWords } from '../../../delivery/fact-words.ts';
import type { TimelineEvent } from '../../../timeline/event.ts';

/** Stored words, their instants on the reader's clock. */
export function writtenText(text: string): Text<Audience> {
  return { spans: writtenSpans(text) };
}

/** What a fact says, for one of the vendor's people. */
export function factText(event: TimelineEvent): Text<Audience> {
  return event.visibility === 'shared' ? factWords(event) : writtenText(event.text);
}
