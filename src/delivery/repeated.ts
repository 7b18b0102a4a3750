import { labelFor } from './in-language.ts';
import type { Outgoing } from './surface.ts';

/** Words that an earlier try may have brought already are marked so, in the language of the message. */
export function markedRepeat(
  { card, isRepeat }: Pick<Outgoing, 'card' | 'isRepeat'>,
  words: string,
): string {
  return isRepeat ? `${labelFor('(repeated)', card.language)} ${words}` : words;
}
