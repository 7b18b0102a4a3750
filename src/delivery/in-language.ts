import type { Span, Text } from './audience.ts';
import type { Card } from './card.ts';
import { checkInPhrases } from './phrases/check-in.ts';
import { pagePhrases } from './phrases/page.ts';
import { type PhraseLanguage, type Phrases, phraseLanguages } from './phrases/phrase.ts';
import { situationPhrases } from './phrases/situation.ts';
import { worryPhrases } from './phrases/worry.ts';

/** A value in a sentence (a name, a time) as one character of the private area, while the words around it are looked up. */
const firstMark = 0xe000;

interface Pattern {
  readonly pattern: RegExp;
  readonly said: Readonly<Record<PhraseLanguage, string>>;
}

const books: readonly Phrases[] = [checkInPhrases, pagePhrases, situationPhrases, worryPhrases];

const exact = new Map(books.flatMap(book => Object.entries(book)));

/** Longest first, so that a sentence with more in it is not cut short. */
const patterns: readonly Pattern[] = [...exact]
  .sort(([a], [b]) => b.length - a.length)
  .map(([english, said]) => ({ pattern: patternOf(english), said }));

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(literal.replace(/\{\d\}/g, '([\\uE000-\\uF8FF]+)'), 'uy');
}

/** True for a language our phrases are written in; in any other we speak English. */
export function isPhraseLanguage(language: string): language is PhraseLanguage {
  return phraseLanguages.some(each => each === language);
}

/**
 * The card with our fixed phrases in this language. Names, facts and people's own words stay as they are, and
 * so does a sentence the books do not have: better English than nothing.
 */
export function inLanguage(card: Card, language: PhraseLanguage): Card {
  const line = (text: Text<Card['audience']>) => textIn(text, language);
  return {
    ...card,
    language,
    ...(card.heading ? { heading: line(card.heading) } : {}),
    body: card.body.map(line),
    ...(card.facts
      ? {
          facts: card.facts.map(({ label, text }) => ({
            label: labelIn(label, language),
            text: line(text),
          })),
        }
      : {}),
    ...(card.actions
      ? {
          actions: card.actions.map(action => ({
            ...action,
            label: labelIn(action.label, language),
          })),
        }
      : {}),
    ...(card.foot ? { foot: line(card.foot) } : {}),
  };
}

function labelIn(label: string, language: PhraseLanguage): string {
  return exact.get(label)?.[language] ?? label;
}

/** The three answers to a check-in, which a card quotes like words; whatever else people said stays. */
const answers: ReadonlySet<string> = new Set(['all good', 'fine, one thing', 'worried']);

function answerIn(said: string, language: PhraseLanguage): string {
  return answers.has(said) ? labelIn(said, language) : said;
}

function textIn(text: Text<Card['audience']>, language: PhraseLanguage): Text<Card['audience']> {
  const values: Span[] = [];
  const marked = text.spans
    .map(span => {
      if (span.kind === 'text') return span.text;
      values.push(span.kind === 'words' ? { ...span, text: answerIn(span.text, language) } : span);
      return String.fromCharCode(firstMark + values.length - 1);
    })
    .join('');
  return { spans: unmarked(sentencesIn(marked, language), values) };
}

/** Sentence by sentence; what is not in the books is passed on up to where the next sentence begins. */
function sentencesIn(marked: string, language: PhraseLanguage): string {
  let said = '';
  for (let at = 0; at < marked.length; ) {
    const found = phraseAt(marked, at, language);
    if (found) {
      said += found.said;
      at += found.length;
    } else {
      said += marked[at];
      at += 1;
    }
  }
  return said;
}

function phraseAt(
  marked: string,
  at: number,
  language: PhraseLanguage,
): { said: string; length: number } | null {
  if (/[\p{L}\p{N}]/u.test(marked[at - 1] ?? '')) return null;
  for (const { pattern, said } of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(marked);
    const after = marked[at + (found?.[0].length ?? 0)] ?? '';
    if (!found || /[\p{L}\p{N}]/u.test(after)) continue;
    const filled = said[language].replace(
      /\{(\d)\}/g,
      (_, index) => found[Number(index) + 1] ?? '',
    );
    return { said: filled, length: found[0].length };
  }
  return null;
}

function unmarked(said: string, values: readonly Span[]): Span[] {
  const parts = said.split(/([\uE000-\uF8FF])/u).filter(part => part !== '');
  return parts.map(part => {
    const value = values[part.charCodeAt(0) - firstMark];
    return part.length === 1 && value ? value : { kind: 'text', text: part };
  });
}
