import type { Concept } from './concepts/english.ts';
import type { Token } from './normalise.ts';
import { nearestWord, type SlipIndex, slipIndexOf } from './slip.ts';

/** A table of concepts in one language; `concepts/english.ts` says how it is written. */
export type ConceptTable = Readonly<Partial<Record<Concept, string>>>;

/** A concept found in a message, in the tokens [from, until). */
export interface Tag {
  readonly concept: Concept;
  readonly from: number;
  readonly until: number;
}

interface Phrase {
  readonly concept: Concept;
  /** Words as they are; a trailing `*` ends a stem, `_` stands for up to two words. */
  readonly words: readonly string[];
}

/** A table made ready for finding. */
export interface Lexicon {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases whose first word is a stem, by the stem. */
  readonly byFirstStem: ReadonlyMap<string, readonly Phrase[]>;
  /** Words long enough to be recognised with a slip of the fingers in them. */
  readonly longWords: SlipIndex;
  readonly known: ReadonlySet<string>;
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Reads these tables into one lexicon. */
export function lexiconOf(tables: readonly ConceptTable[]): Lexicon {
  const byFirstWord = new Map<string, Phrase[]>();
  const byFirstStem = new Map<string, Phrase[]>();
  const known = new Set<string>();
  for (const table of tables) {
    for (const [concept, written] of Object.entries(table)) {
      for (const phrase of phrasesOf(written)) {
        const [first = ''] = phrase;
        const isStem = first.endsWith('*');
        const key = isStem ? first.slice(0, -1) : first;
        const index = isStem ? byFirstStem : byFirstWord;
        const list = index.get(key) ?? [];
        list.push({ concept: concept as Concept, words: phrase });
        index.set(key, list);
        for (const word of phrase) known.add(word.replace('*', ''));
      }
    }
  }
  const longWords = slipIndexOf([...known].filter(word => word.length >= 5 && !cjk.test(word)));
  return { byFirstWord, byFirstStem, longWords, known };
}

function phrasesOf(written: string): string[][] {
  return written
    .split(',')
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '')
    .map(wordsOfPhrase);
}

function wordsOfPhrase(phrase: string): string[] {
  if (cjk.test(phrase)) return phrase.match(/[a-z0-9]+|[^\s]/gu) ?? [];
  return phrase.split(/[\s'-]+/);
}

/** Every concept in these tokens, in order; the longest phrase of a concept at each place. */
export function findTags(lexicon: Lexicon, tokens: readonly Token[]): Tag[] {
  const words = tokens.map(({ word }) => correct(lexicon, word));
  return words.flatMap((word, at) => [
    ...tagsAt(lexicon, words, { word, at }),
    ...(isCrowd(word, words[at + 1])
      ? [{ concept: 'crowd', from: at, until: at + 1 } as const]
      : []),
  ]);
}

const measures =
  /^(?:min|hour|hr|sec|day|week|month|year|am|pm|percent|o|h|uhr|stund|tag|woche|monat|jahr|prozent|heure|jour|semaine|mois|an|ans|hora|dia|semana|mes|ano|por|euro|eur|usd|gbp|dollar|pound|mb|gb|version|分|時|日|月|年|秒|%|週|回|円)/;

/** "80 people", "9000 staff": a number of something that is neither time nor money. */
function isCrowd(word: string, next: string | undefined): boolean {
  if (next === undefined || !/^(?:#|\d{1,3}k?)$/.test(word) || measures.test(next)) return false;
  return /^\p{L}/u.test(next) && (word === '#' || Number.parseInt(word, 10) >= 5);
}

function tagsAt(
  lexicon: Lexicon,
  words: readonly string[],
  { word, at }: { word: string; at: number },
): Tag[] {
  const best = new Map<Concept, Tag>();
  for (const { concept, words: phrase } of candidates(lexicon, word)) {
    const until = endOf(phrase, words, at);
    if (until > (best.get(concept)?.until ?? at)) best.set(concept, { concept, from: at, until });
  }
  return [...best.values()];
}

function* candidates({ byFirstWord, byFirstStem }: Lexicon, word: string): Iterable<Phrase> {
  yield* byFirstWord.get(word) ?? [];
  for (let length = 1; length <= word.length; length += 1) {
    yield* byFirstStem.get(word.slice(0, length)) ?? [];
  }
}

/** Where the phrase ends that begins at `at`, or -1 when it does not stand there. */
function endOf(phrase: readonly string[], words: readonly string[], at: number): number {
  let position = at;
  let gap = 0;
  for (const expected of phrase) {
    if (expected === '_') {
      gap = 2;
      continue;
    }
    while (gap > 0 && !fits(expected, words[position])) {
      position += 1;
      gap -= 1;
    }
    if (!fits(expected, words[position])) return -1;
    position += 1;
    gap = 0;
  }
  return position;
}

function fits(expected: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return expected.endsWith('*') ? word.startsWith(expected.slice(0, -1)) : word === expected;
}

/** The word that was probably meant, when it is in no phrase but close to one. */
function correct({ known, longWords, byFirstStem }: Lexicon, word: string): string {
  if (word.length < 5 || known.has(word) || cjk.test(word)) return word;
  for (let length = 3; length <= word.length; length += 1) {
    if (byFirstStem.has(word.slice(0, length))) return word;
  }
  return nearestWord(word, longWords) ?? word;
}
