import type { Intent } from '../../understanding/intent.ts';
import type { Understanding } from '../../understanding/understand.ts';
import { isLaughedAt, isOnlyPraise, isPastime, readMood } from './mood-words.ts';
import { sureness } from './sureness.ts';

const moods: readonly Intent[] = ['thanks', 'worried', 'complaint'];

/**
 * A reading of how somebody feels, set right by what their words say and deny: "not bad at all" is no worry, "not so
 * great" is no praise, praise with a trouble behind it is for a person, and a plain worry that was not recognised is
 * one. Whatever is urgent stays so.
 */
export function withMood(read: Understanding, text: string): Understanding {
  const isUnsure = read.confidence < sureness.toAnswer;
  if (read.urgent) return read;
  if (read.intent === 'resolved' && read.offer) return turnedInto('help', read);
  if (read.intent === 'stop' && isOnlyPraise(text)) return turnedTo('thanks', read);
  const isTalk = read.intent === 'smalltalk' && readMood(text) === 'worried';
  if (!(moods.includes(read.intent) || isUnsure || isTalk)) return read;
  if (isPastime(text)) return { ...read, intent: 'smalltalk', confidence: sureness.toAnswer };
  if (isLaughedAt(text)) return { ...read, intent: 'other', confidence: 0 };
  const mood = readMood(text);
  if (mood === 'good' && !read.offer && read.intent !== 'thanks') return turnedTo('thanks', read);
  if (mood === 'fine') return turnedInto('help', read);
  const isLow = mood === 'worried' || (mood === 'unclear' && read.intent === 'thanks');
  const isKnown = read.intent === 'complaint' || (read.intent === 'worried' && !isUnsure);
  return isLow && !isKnown ? turnedInto('worried', read) : read;
}

function turnedTo(intent: 'thanks', read: Understanding): Understanding {
  return { ...read, intent, sentiment: 1, confidence: sureness.toAnswer };
}

function turnedInto(intent: Intent, read: Understanding): Understanding {
  const confidence = Math.max(read.confidence, sureness.toAnswer);
  return { ...read, intent, sentiment: -1, confidence };
}
