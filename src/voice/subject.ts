import { termsOf } from '../requests/terms.ts';
import type { Concept } from '../understanding/concepts/english.ts';
import type { Language } from '../understanding/language.ts';
import { type Reading, readMessage } from '../understanding/reading.ts';
import { isSmallWord } from './small-words.ts';

/** Which sort of thing it is, in whatever language: an "Anhang" is a `document` too. */
const things: ReadonlySet<Concept> = new Set([
  'access',
  'document',
  'human',
  'invoice',
  'meeting',
  'messages',
  'price',
  'promise',
  'team',
]);

/** What is said of a thing: `slow` is "langsam" too. The idea is kept, the word for it tells nothing more. */
const manners: ReadonlySet<Concept> = new Set([
  'cosmetic',
  'down',
  'due',
  'leak',
  'lost',
  'slow',
  'wrong',
]);

/** How it is said, and when: nothing of what it is about. */
const moods: ReadonlySet<Concept> = new Set([
  'ack',
  'again',
  'anger',
  'asks',
  'bye',
  'crowd',
  'doubt',
  'everyone',
  'fear',
  'finite',
  'fyi',
  'future',
  'greet',
  'letdown',
  'negation',
  'now',
  'past',
  'praise',
  'reported',
  'since',
  'still',
  'thanks',
  'was',
  'well',
]);

/** Words of feeling and of measure that no table lists, and that half of all complaints have. */
const common = new Set(
  'really quite rather bit lot always never far please whole entire way thing think feel seem know take make give come time day week month morning every each much many like bad better worse worst poor'.split(
    ' ',
  ),
);

/** Ends that words alike have apart, beside those of English. */
const ends: Readonly<Record<Exclude<Language, 'en' | 'ja'>, RegExp>> = {
  de: /(?:ungen|ung|lich|isch|en|em|er|es|e|n|s)$/,
  fr: /(?:ements?|ations?|ees?|es|er|e|s)$/,
  es: /(?:aciones|acion|mente|os|as|es|ar|o|a|e|s)$/,
  pt: /(?:acoes|acao|mente|os|as|es|ar|o|a|e|s)$/,
};

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** What a text is about: each of its telling words once, all words alike as one, and what is said of them ("#slow"). */
export function subjectOf(text: string): ReadonlySet<string> {
  const reading = readMessage(text, { names: [] });
  const said = reading.tags.filter(({ concept }) => manners.has(concept) || things.has(concept));
  const terms = telling(reading).flatMap(word => [...termIn(word, reading.detected.language)]);
  return new Set([...terms, ...said.map(({ concept }) => `#${concept}`)]);
}

function termIn(word: string, language: Language | 'unknown'): ReadonlySet<string> {
  if (language === 'ja' || cjk.test(word)) return new Set([word]);
  const [term] = termsOf(word);
  if (term === undefined || common.has(word) || common.has(term)) return new Set();
  if (language === 'en' || language === 'unknown' || word.length < 6) return new Set([term]);
  return new Set([word.replace(ends[language], '')]);
}

function telling({ prepared, tags }: Reading): string[] {
  const { tokens } = prepared;
  const isMood = (at: number) => {
    const over = tags.filter(({ from, until }) => from <= at && at < until);
    if (over.some(({ concept }) => manners.has(concept))) return true;
    const isThing = over.some(({ concept }) => things.has(concept));
    return !isThing && over.some(({ concept }) => moods.has(concept));
  };
  const words = tokens
    .map(({ word }, at) => ({ word, at }))
    .filter(({ word, at }) => !isMood(at) && (cjk.test(word) || isTelling(word)));
  return words.flatMap(({ word, at }) => {
    if (!cjk.test(word)) return [word];
    // One Japanese character is no word; two beside each other nearly are.
    const next = words.find(one => one.at === at + 1)?.word ?? '';
    return cjk.test(next) ? [word + next] : [];
  });
}

function isTelling(word: string): boolean {
  return word.length > 2 && /\p{L}/u.test(word) && !isSmallWord(word);
}
