import { detectLanguage, languages, partLanguages, type ReadLanguage } from '../language.ts';
import { correctedWords, findPhrases, type Lexicon, lexiconOf, type Tag } from '../lexicon.ts';
import { negationReaches, type Run, reaches } from '../negation.ts';
import { type Prepared, prepare, type Token } from '../normalise.ts';
import { knownWords } from '../reading.ts';
import type { Idea, SpeechTable } from './idea.ts';
import { dutchSpeech } from './tables/dutch.ts';
import { englishSpeech } from './tables/english.ts';
import { frenchSpeech } from './tables/french.ts';
import { germanSpeech } from './tables/german.ts';
import { italianSpeech } from './tables/italian.ts';
import { japaneseSpeech } from './tables/japanese.ts';
import { portugueseSpeech } from './tables/portuguese.ts';
import { spanishSpeech } from './tables/spanish.ts';

const tables: Readonly<Record<ReadLanguage, Partial<SpeechTable>>> = {
  en: englishSpeech,
  de: germanSpeech,
  fr: frenchSpeech,
  es: spanishSpeech,
  pt: portugueseSpeech,
  ja: japaneseSpeech,
  it: italianSpeech,
  nl: dutchSpeech,
};

/** What pictures say in every language. */
const pictures: Partial<SpeechTable> = {
  yes: '👍, ✅, 👌',
  no: '👎, ❌',
  good: '🙂, 😀, 😊, 😃, 😄',
  short: '😐',
  bad: '😟, 😰, 😨, 🙁, 😞, ☹',
};

/** Somebody who may be named: one of our people, one of theirs. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly side: 'ours' | 'theirs';
}

/** Something that is said in a message, and whether it is meant or turned into its opposite. */
export interface Said extends Run {
  readonly idea: Idea | 'ours' | 'theirs';
  readonly sentence: number;
  readonly isNegated: boolean;
  /** Who, when a name was said. */
  readonly personId: string | null;
}

/** A message as what it does in a conversation. */
export interface Speech {
  /** The language it was heard in. */
  readonly language: ReadLanguage;
  readonly tokens: readonly Token[];
  readonly said: readonly Said[];
  /** Sentences, by number, that end in a question mark. */
  readonly asked: ReadonlySet<number>;
}

/** What is told, not asked: "is it good?" says nothing about how good it is. */
export function toldIn(speech: Speech): Speech {
  return { ...speech, said: speech.said.filter(({ sentence }) => !speech.asked.has(sentence)) };
}

/** What is listened for in a language, and every word that is right there as it is written. */
interface Ear {
  readonly lexicon: Lexicon<Idea>;
  readonly known: ReadonlySet<string>;
}

const ears = new Map<ReadLanguage, Ear>();

function earFor(language: ReadLanguage): Ear {
  const made = ears.get(language) ?? createEar(language);
  ears.set(language, made);
  return made;
}

function createEar(language: ReadLanguage): Ear {
  const lexicon = lexiconOf<Idea>([tables[language], pictures]);
  const answered = languages.find(each => each === language);
  return {
    lexicon,
    known: new Set([...lexicon.known, ...(answered ? knownWords(answered) : [])]),
  };
}

/** So clearly a language has shown that no other is tried. */
const sure = 0.75;

/**
 * What a message says, as the language hears it that understands most of its words: "nada bien" is too short to be
 * known by anything else. Pure: same text, same names, same answer.
 */
export function speechOf(text: string, people: readonly NamedPerson[] = []): Speech {
  const { speech, known } = heardAs(text);
  if (people.length === 0) return speech;
  const names = namesIn(speech.tokens, people, known);
  return { ...speech, said: [...speech.said, ...names].sort((a, b) => a.from - b.from) };
}

interface Heard {
  readonly speech: Speech;
  /** The words of its language that are no names. */
  readonly known: ReadonlySet<string>;
}

/** One message is read for many things, one after the other: the last few are not heard anew each time. */
const mostHeard = 50;
const lastHeard = new Map<string, Heard>();

function heardAs(text: string): Heard {
  const again = lastHeard.get(text);
  if (again) return again;
  const heard = hear(text);
  lastHeard.set(text, heard);
  const [oldest] = lastHeard.keys();
  if (lastHeard.size > mostHeard && oldest !== undefined) lastHeard.delete(oldest);
  return heard;
}

function hear(text: string): Heard {
  const prepared = prepare(text);
  const { language, certainty } = detectLanguage(text, prepared.tokens);
  const first: ReadLanguage = language === 'unknown' ? 'en' : language;
  const isKnown = language !== 'unknown' && certainty >= sure;
  const others = [...languages, ...partLanguages].filter(each => each !== first);
  const heard = [first, ...(isKnown ? [] : others)].map(each => ({
    language: each,
    said: readingIn(each, prepared),
  }));
  const best = heard.reduce((most, each) =>
    coverOf(each.said) > coverOf(most.said) ? each : most,
  );
  return {
    speech: {
      language: best.language,
      tokens: prepared.tokens,
      said: [...best.said].sort((a, b) => a.from - b.from),
      asked: prepared.asked,
    },
    known: earFor(best.language).lexicon.known,
  };
}

/** What stands inside a greeting is said by habit. */
function withoutHabit<Name extends string>(tags: readonly Tag<Name>[]): Tag<Name>[] {
  const greetings = tags.filter(({ concept }) => concept === 'greeting');
  return tags.filter(({ concept, from, until }) => {
    const isInside = greetings.some(each => each.from <= from && until <= each.until);
    return concept === 'greeting' || !isInside;
  });
}

function readingIn(language: ReadLanguage, { tokens }: Prepared): Said[] {
  const { lexicon, known } = earFor(language);
  const words = correctedWords({ ...lexicon, known }, tokens);
  const tags = withoutHabit(findPhrases(lexicon, words));
  const turning = tags.filter(({ concept }) => concept === 'negation' || concept === 'deny');
  const reach = negationReaches[language];
  return tags.map(tag => {
    const { concept: idea, from, until } = tag;
    const sentence = tokens[from]?.sentence ?? 0;
    const isNegated = turning.some(each => {
      if (each === tag || (each.from >= from && each.until <= until)) return false;
      if (each.concept === 'deny') return tokens[each.from]?.sentence === sentence;
      if (language === 'en' && isInterjected(each, tokens)) return false;
      return reaches(each, tag, { tokens, reach });
    });
    return { idea, from, until, sentence, isNegated, personId: null };
  });
}

/** "No honestly I'm scared": a "no" by itself, which denies nothing that follows. */
function isInterjected({ from, until }: Run, tokens: readonly Token[]): boolean {
  return tokens[from]?.word === 'no' && interjecting.has(tokens[until]?.word ?? '');
}

const interjecting: ReadonlySet<string> = new Set(
  'honestly seriously actually but wait i we he she they it the this that you leave'.split(' '),
);

/** How many of the words are understood. */
function coverOf(said: readonly Said[]): number {
  const covered = new Set<number>();
  for (const { from, until } of said) for (let at = from; at < until; at += 1) covered.add(at);
  return covered.size;
}

/** People named in full or by one of their names; whoever is called Will or May only in full. */
function namesIn(
  tokens: readonly Token[],
  people: readonly NamedPerson[],
  common: ReadonlySet<string>,
): Said[] {
  return people.flatMap(({ id, name, side }) => {
    const parts = prepare(name).tokens.map(({ word }) => word);
    const isWhole = (at: number) => parts.every((part, ahead) => tokens[at + ahead]?.word === part);
    const at = tokens.findIndex(
      ({ word }, index) =>
        parts.includes(word) && (isWhole(index) || (word.length > 2 && !common.has(word))),
    );
    if (at < 0) return [];
    const until = at + (isWhole(at) ? parts.length : 1);
    const sentence = tokens[at]?.sentence ?? 0;
    return [{ idea: side, from: at, until, sentence, isNegated: false, personId: id }];
  });
}
