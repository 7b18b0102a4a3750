import type { Text } from '../../delivery/audience.ts';
import { asFact } from '../../delivery/fact-words.ts';
import type { NewFact } from '../../timeline/record-event.ts';

/** What a shared fact about a page says. */
export function pageFact(pageId: string, said: Text<'shared'>): Pick<NewFact, 'text' | 'data'> {
  const { text, says } = asFact(said);
  return { text: text.replace(/\.$/, ''), data: { pageId, says } };
}
