import type { Act } from '../../understanding/acts/act.ts';
import { type ReadAct, sureOfOne } from '../../understanding/acts/read-act.ts';
import type { Mood } from './mood-words.ts';
import { sureness } from './sureness.ts';

/** Acts that say how it goes, and what they say. */
const moods: Readonly<Partial<Record<Act, Mood>>> = {
  good: 'good',
  soso: 'fine',
  worried: 'worried',
};

/** Acts that may say how it goes beside what they do. */
const besides: readonly Act[] = ['thanks', 'trouble', 'complaint', 'over', 'other', 'human'];

/** Acts in which a good word is about how it goes. */
const reliefs: readonly Act[] = ['good', 'soso', 'thanks', 'over', 'smalltalk'];

/** Acts in which a dark word is. */
export const burdens: readonly Act[] = [
  'worried',
  'soso',
  'complaint',
  'human',
  'trouble',
  'other',
];

/**
 * How it goes, where words and act are weighed against each other: one of them alone is believed when it is sure, and
 * where they say the opposite it is asked. Nothing that surely does something else answers how it goes.
 */
export function moodByAct(mood: Mood | null, read: ReadAct): Mood | null {
  const { act, confidence } = read;
  if (confidence < sureness.ofAct) return doubtedMood(mood, read);
  const said = moods[act];
  if (!said) return besides.includes(act) ? besideAct(mood, act) : null;
  if (mood === null || mood === 'unclear') return mood ?? said;
  const isOpposite = (mood === 'good') !== (said === 'good') && mood !== 'fine' && said !== 'fine';
  return isOpposite ? 'unclear' : said === 'good' ? mood : said;
}

/** Where nothing is sure: praise beside something else is asked, and a trouble that is told is taken as that. */
function doubtedMood(mood: Mood | null, read: ReadAct): Mood | null {
  if (mood === 'good' && !isRelief(read))
    return read.confidence >= sureness.toTryAct ? null : 'unclear';
  return mood === 'worried' && read.act === 'trouble' ? null : mood;
}

/** Likely one of them, together, and the likeliest is one. */
function isRelief(read: ReadAct): boolean {
  return reliefs.includes(read.act) && sureOfOne(read, reliefs) >= sureness.toTryAct;
}

/** Who tells of a trouble does not say that all is well, and who thanks does not say that it is. */
function besideAct(mood: Mood | null, act: Act): Mood | null {
  if (mood === 'good') return act === 'over' ? mood : null;
  return act === 'trouble' || act === 'over' ? null : mood;
}

/** What only sounds like a mood is one where the act is of that kind. */
export function isMoodOf(mood: Mood, { act }: ReadAct): boolean {
  return mood === 'good' ? act === 'good' || act === 'soso' : burdens.includes(act);
}
