import { emoji } from './concepts/emoji.ts';
import { english } from './concepts/english.ts';
import { french } from './concepts/french.ts';
import { german } from './concepts/german.ts';
import { japanese } from './concepts/japanese.ts';
import { portuguese } from './concepts/portuguese.ts';
import { spanish } from './concepts/spanish.ts';
import { type Detected, detectLanguage, type Language, languages } from './language.ts';
import { type ConceptTable, findTags, type Lexicon, lexiconOf } from './lexicon.ts';
import { type Prepared, prepare } from './normalise.ts';
import { replaceNames, type Vocabulary } from './own-words.ts';
import { type ScopedTag, scopeTags } from './scope.ts';

/** A message, read: its words, the ideas in them with what is said of each, its language. */
export interface Reading {
  readonly prepared: Prepared;
  readonly tags: readonly ScopedTag[];
  readonly detected: Detected;
}

const tables: Readonly<Record<Language, ConceptTable>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  ja: japanese,
};

const lexicons = new Map<Language, Lexicon>();

/** Made when its language is first met: most processes never meet all six. */
function lexiconFor(language: Language): Lexicon {
  const made = lexicons.get(language) ?? lexiconOf([tables[language], emoji]);
  lexicons.set(language, made);
  return made;
}

/** A message with more ideas in it is a list of words; what is said of each would grow with the square. */
const mostTags = 240;

/** Below this the small words have not told, and the words of the tables are asked. */
const clear = 0.5;

/** Reads a message of somebody who uses these names. Pure: same text, same reading. */
export function readMessage(text: string, vocabulary: Vocabulary): Reading {
  return readPrepared(text, prepare(text), vocabulary);
}

/** The same of a message whose words were changed before it is read. */
export function readPrepared(text: string, words: Prepared, vocabulary: Vocabulary): Reading {
  const prepared = replaceNames(words, vocabulary);
  const first = detectLanguage(text, prepared.tokens);
  const detected =
    first.certainty >= clear ? first : detectLanguage(text, prepared.tokens, hintsOf(prepared));
  const language = detected.language === 'unknown' ? 'en' : detected.language;
  const tags = findTags(lexiconFor(language), prepared.tokens).slice(0, mostTags);
  return { prepared, detected, tags: scopeTags(tags, prepared) };
}

/** The words of a language's table, which are no slips of others. */
export function knownWords(language: Language): ReadonlySet<string> {
  return lexiconFor(language).known;
}

/** How many words each language's table knows. */
function hintsOf({ tokens }: Prepared): Map<Language, number> {
  const few = tokens.slice(0, 40);
  return new Map(
    languages
      .filter(language => language !== 'ja')
      .map(language => {
        const { known } = lexiconFor(language);
        return [language, few.filter(({ word }) => known.has(word)).length * 0.4];
      }),
  );
}
