import type { Text } from '../../delivery/audience.ts';
import { asFact } from '../../delivery/fact-words.ts';
import type { NewFact } from '../../timeline/record-event.ts';

/** What a shared fact about a page says. No clock stands in it, so that any zone will do. */
export function pageFact(pageId: string, said: Text<'shared'>): Pick<NewFact, 'text' | 'data'> {
  const { text, says } = asFact(said, { timeZone: 'UTC', now: new Date(0) });
  return { text: text.replace(/\.$/, ''), data: { pageId, says } };
}
