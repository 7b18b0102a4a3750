import { wholeIdea } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';

/** A question of a word or two that is about what was just said. */
export type FollowUp = 'next' | 'who' | 'status';

const asked = { andThen: 'next', whoAlone: 'who', stillAlone: 'status' } as const;

/** "And then?", "who?", "still?"; null when the message says more, or asks nothing. */
export function readFollowUp(text: string): FollowUp | null {
  if (!/[?？か]\s*$/u.test(text)) return null;
  const idea = wholeIdea(speechOf(text), ['andThen', 'whoAlone', 'stillAlone']);
  return idea && asked[idea];
}
