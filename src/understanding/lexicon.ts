import type { Concept } from './concepts/english.ts';
import type { Token } from './normalise.ts';
import { nearestWord, type SlipIndex, slipIndexOf } from './slip.ts';

/** A table of phrases in one language, by what they stand for; `concepts/english.ts` says how it is written. */
export type PhraseTable<Name extends string> = Readonly<Partial<Record<Name, string>>>;

export type ConceptTable = PhraseTable<Concept>;

/** A concept found in a message, in the tokens [from, until). */
export interface Tag<Name extends string = Concept> {
  readonly concept: Name;
  readonly from: number;
  readonly until: number;
}

interface Phrase<Name extends string> {
  readonly concept: Name;
  /** Words as they are; a trailing `*` ends a stem, `_` stands for up to two words. */
  readonly words: readonly string[];
}

/** A table made ready for finding. */
export interface Lexicon<Name extends string = Concept> {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase<Name>[]>;
  /** Phrases whose first word is a stem, by the stem. */
  readonly byFirstStem: ReadonlyMap<string, readonly Phrase<Name>[]>;
  /** Words long enough to be recognised with a slip of the fingers in them. */
  readonly longWords: SlipIndex;
  readonly known: ReadonlySet<string>;
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Reads these tables into one lexicon. */
export function lexiconOf<Name extends string>(
  tables: readonly PhraseTable<Name>[],
): Lexicon<Name> {
  const byFirstWord = new Map<string, Phrase<Name>[]>();
  const byFirstStem = new Map<string, Phrase<Name>[]>();
  const known = new Set<string>();
  for (const table of tables) {
    for (const [concept, written] of Object.entries<string | undefined>(table)) {
      for (const phrase of phrasesOf(written ?? '')) {
        const [first = ''] = phrase;
        const isStem = first.endsWith('*');
        const key = isStem ? first.slice(0, -1) : first;
        const index = isStem ? byFirstStem : byFirstWord;
        const list = index.get(key) ?? [];
        list.push({ concept: concept as Name, words: phrase });
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

/** Every concept in these tokens, in order, and how many people are spoken of. */
export function findTags(lexicon: Lexicon, tokens: readonly Token[]): Tag[] {
  const words = correctedWords(lexicon, tokens);
  return words.flatMap((word, at) => [
    ...tagsAt(lexicon, words, { word, at }),
    ...(isCrowd(word, words[at + 1])
      ? [{ concept: 'crowd', from: at, until: at + 1 } as const]
      : []),
  ]);
}

/** The words of a message, slips of the fingers mended where a known word was probably meant. */
export function correctedWords(
  lexicon: Pick<Lexicon<string>, 'known' | 'longWords' | 'byFirstStem'>,
  tokens: readonly Token[],
): string[] {
  return tokens.map(({ word }) => correct(lexicon, word));
}

/** Everything these words stand for, in order; the longest phrase of each sort at each place. */
export function findPhrases<Name extends string>(
  lexicon: Lexicon<Name>,
  words: readonly string[],
): Tag<Name>[] {
  return words.flatMap((word, at) => tagsAt(lexicon, words, { word, at }));
}

const measures =
  /^(?:min|hour|hr|sec|day|week|month|year|am|pm|percent|o|h|uhr|stund|tag|woche|monat|jahr|prozent|heure|jour|semaine|mois|an|ans|hora|dia|semana|mes|ano|por|euro|eur|usd|gbp|dollar|pound|mb|gb|version|分|時|日|月|年|秒|%|週|回|円)/;

/** "80 people", "9000 staff": a number of something that is neither time nor money. */
function isCrowd(word: string, next: string | undefined): boolean {
  if (next === undefined || !/^(?:#|\d{1,3}k?)$/.test(word) || measures.test(next)) return false;
  return /^\p{L}/u.test(next) && (word === '#' || Number.parseInt(word, 10) >= 5);
}

function tagsAt<Name extends string>(
  lexicon: Lexicon<Name>,
  words: readonly string[],
  { word, at }: { word: string; at: number },
): Tag<Name>[] {
  const best = new Map<Name, Tag<Name>>();
  for (const { concept, words: phrase } of candidates(lexicon, word)) {
    const until = endOf(phrase, words, at);
    if (until > (best.get(concept)?.until ?? at)) best.set(concept, { concept, from: at, until });
  }
  return [...best.values()];
}

function* candidates<Name extends string>(
  { byFirstWord, byFirstStem }: Lexicon<Name>,
  word: string,
): Iterable<Phrase<Name>> {
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
function correct(
  { known, longWords, byFirstStem }: Pick<Lexicon<string>, 'known' | 'longWords' | 'byFirstStem'>,
  word: string,
): string {
  if (word.length < 5 || known.has(word) || cjk.test(word)) return word;
  for (let length = 3; length <= word.length; length += 1) {
    if (byFirstStem.has(word.slice(0, length))) return word;
  }
  return nearestWord(word, longWords) ?? word;
}
