import { partLanguages } from '../../understanding/language.ts';
import { denies, says } from '../../understanding/speech/say.ts';
import { type Speech, speechOf } from '../../understanding/speech/speech.ts';
import type { Understanding } from '../../understanding/understand.ts';
import { sureness } from './sureness.ts';

/**
 * A reading set right where the words are Italian or Dutch, which the model does not know: how it stands, thanks and
 * stop are read by their ideas. Emergencies and calls for a human have been read before.
 */
export function withPartLanguage(read: Understanding, text: string): Understanding {
  const isOurs = read.language !== 'unknown' && read.languageCertainty >= sureness.ofSentence;
  if (read.urgent || isOurs) return read;
  const speech = speechOf(text);
  const intent = partLanguages.some(each => each === speech.language) ? intentIn(speech) : null;
  return intent === null ? read : { ...read, intent, confidence: 1, offer: false };
}

function intentIn(speech: Speech): 'stop' | 'status' | 'thanks' | null {
  if (says(speech, ['stop', 'enough']) && says(speech, ['messages', 'stop'])) return 'stop';
  if (says(speech, 'howIsIt')) return 'status';
  const isGlad = says(speech, ['thanks', 'good']) && !denies(speech, 'good');
  return isGlad && !says(speech, 'bad') ? 'thanks' : null;
}

/** Words in a language that nobody here reads: no idea of ours is in them. */
export function isForeign(read: Understanding, text: string): boolean {
  if (read.language !== 'unknown' && read.languageCertainty >= strange) return false;
  const { said, tokens } = speechOf(text);
  return said.length === 0 && tokens.length >= fewestWords;
}

/** Less than this, a language has not shown at all. */
const strange = 0.2;
const fewestWords = 3;
