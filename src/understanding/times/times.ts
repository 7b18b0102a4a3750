import { detectLanguage, type Language } from '../language.ts';
import { prepare } from '../normalise.ts';
import { itemsOf } from './item.ts';
import { piecesOf } from './piece.ts';
import { type TimeLexicon, type TimeTable, timeLexiconOf } from './table.ts';
import { englishTimes } from './tables/english.ts';
import { frenchTimes } from './tables/french.ts';
import { germanTimes } from './tables/german.ts';
import { japaneseTimes } from './tables/japanese.ts';
import { portugueseTimes } from './tables/portuguese.ts';
import { spanishTimes } from './tables/spanish.ts';
import { type When, whensIn } from './when.ts';

const tables: Readonly<Record<Language, TimeTable>> = {
  en: englishTimes,
  de: germanTimes,
  fr: frenchTimes,
  es: spanishTimes,
  pt: portugueseTimes,
  ja: japaneseTimes,
};

const lexicons = new Map<Language, TimeLexicon>();

function lexiconFor(language: Language): TimeLexicon {
  const made = lexicons.get(language) ?? timeLexiconOf(tables[language]);
  lexicons.set(language, made);
  return made;
}

/** The words of a message and the times that are said in them. */
export interface SaidTimes {
  /** The text in its comparable form; the places of the times are counted in it. */
  readonly text: string;
  readonly whens: readonly When[];
}

/** A longer message says its times at the beginning. */
const longest = 600;

/** So clearly a language has shown that no other is tried. */
const sure = 0.75;

/**
 * The times a text says, as the language reads it that understands most of them: "um 7" is too short to be known
 * for German by anything else.
 */
export function timesIn(said: string): SaidTimes {
  const text = said.normalize('NFKC').slice(0, longest);
  const { language, certainty } = detectLanguage(text, prepare(text).tokens);
  const first: Language = language === 'unknown' ? 'en' : language;
  const others = (Object.keys(tables) as Language[]).filter(each => each !== first);
  const order = [first, ...(certainty < sure ? others : [])];
  const readings = order.map(each => {
    const items = itemsOf(text, piecesOf(text, lexiconFor(each)));
    const { marksFollow = false } = tables[each];
    return whensIn({ items, marksFollow }).filter(when => !isStray(when, text));
  });
  const whens = readings.reduce((best, each) => (coverOf(each) > coverOf(best) ? each : best));
  return { text, whens };
}

/** "Do", "so" and "sat" are days, and small words: alone in a sentence they are none. */
function isStray(when: When, text: string): boolean {
  const { weekday, near, date, clock, part, span, whole, marks, from, until } = when;
  if (weekday === null) return false;
  const others = [near, date, clock, part, span, whole];
  const isAlone = others.every(each => each === null) && until - from < text.trim().length;
  return isAlone && (until - from <= 2 || (until - from <= 3 && marks.size === 0));
}

function coverOf(whens: readonly When[]): number {
  return whens.reduce((sum, { from, until }) => sum + until - from, 0);
}
