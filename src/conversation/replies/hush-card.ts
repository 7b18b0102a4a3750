import { shared } from '../../delivery/audience.ts';
import { type Card, sharedCard } from '../../delivery/card.ts';
import { personFoot } from '../../situation/text.ts';
import type { Hush } from '../words/hush-words.ts';

/** What is said, once, when a thread becomes quiet or is open to us again. */
export function hushCard(customerId: string, hush: Hush): Card<'shared'> {
  const body =
    hush === 'quiet'
      ? shared`I'll be quiet in this thread. Name me when you want me here; what concerns a page is told all the same.`
      : shared`Then I listen in this thread again.`;
  return sharedCard('answer', customerId, { body: [body], foot: personFoot });
}
