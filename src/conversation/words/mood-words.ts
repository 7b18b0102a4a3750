import { denies, says } from '../../understanding/speech/say.ts';
import { speechOf, toldIn } from '../../understanding/speech/speech.ts';

/** How somebody says it goes. `unclear`: less than good, and we cannot tell how much less. */
export type Mood = 'good' | 'fine' | 'worried' | 'unclear';

/**
 * What words say when they are read against "How is it looking from your side?"; null when they speak of something
 * else. What is negated decides: "not good" is never good, "no problems" is, and "could be better" is asked.
 */
export function readMood(text: string): Mood | null {
  const told = toldIn(speechOf(text));
  const isTrouble = says(told, 'bad');
  if (denies(told, 'good')) return says(told, 'deny') || isPraised(told) ? 'unclear' : 'worried';
  if (says(told, 'short')) return 'unclear';
  if (isPraised(told)) return isTrouble ? 'fine' : 'good';
  if (isTrouble) return 'worried';
  return denies(told, 'bad') ? 'good' : null;
}

function isPraised(told: Parameters<typeof says>[0]): boolean {
  return says(told, 'good');
}
