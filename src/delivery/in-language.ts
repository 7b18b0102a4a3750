import type { Audience, Span, Text } from './audience.ts';
import type { Card, Fact } from './card.ts';
import { books } from './phrases/books.ts';
import { labels } from './phrases/labels.ts';
import { type InEach, isPhraseLanguage, type PhraseLanguage } from './phrases/phrase.ts';

/**
 * The card wholly in this language, or null: where one sentence, label or term of ours has no words in it, the whole
 * card stays English. A card that is half in one language and half in another is nothing this can return.
 * Names, facts people wrote and people's own words are values between the sentences and stay as they are. A picture has
 * English words in it, and is left out.
 */
export function inLanguage<A extends Audience>(
  { picture: _, ...card }: Card<A>,
  language: PhraseLanguage,
): Card<A> | null {
  const heading = card.heading && textIn(card.heading, language);
  const body = allOf(card.body, text => textIn(text, language));
  const facts = card.facts && allOf(card.facts, fact => factIn(fact, language));
  const actions =
    card.actions &&
    allOf(card.actions, action => {
      const label = labelIn(action.label, language);
      return label === null ? null : { ...action, label };
    });
  const foot = card.foot && textIn(card.foot, language);
  if (heading === null || !body || facts === null || actions === null || foot === null) return null;
  return {
    ...card,
    language,
    body,
    ...(heading && { heading }),
    ...(facts && { facts }),
    ...(actions && { actions }),
    ...(foot && { foot }),
  };
}

/** The card as it was composed, in English: also where parts of it were taken from one that stood in another language. */
export function inEnglish<A extends Audience>({ language: _, ...card }: Card<A>): Card<A> {
  const { heading, body, facts, foot } = card;
  return {
    ...card,
    body: body.map(englishText),
    ...(heading && { heading: englishText(heading) }),
    ...(facts && { facts: facts.map(one => ({ ...one, text: englishText(one.text) })) }),
    ...(foot && { foot: englishText(foot) }),
  };
}

function englishText<A extends Audience>(text: Text<A>): Text<A> {
  return text.composed ? { spans: text.composed } : text;
}

function factIn<A extends Audience>(fact: Fact<A>, language: PhraseLanguage): Fact<A> | null {
  const label = labelIn(fact.label, language);
  const text = textIn(fact.text, language);
  return label === null || !text ? null : { label, text };
}

function labelIn(label: string, language: PhraseLanguage): string | null {
  // A number is a number in every language.
  return /^\d+$/.test(label) ? label : (labels[label]?.[language] ?? null);
}

/** A button, or a sentence that stands by itself, as its reader reads it; English where nothing else is asked for or known. */
export function labelFor(label: string, language: string | null | undefined): string {
  return isPhraseLanguage(language) ? (labelIn(label, language) ?? label) : label;
}

function textIn<A extends Audience>(text: Text<A>, language: PhraseLanguage): Text<A> | null {
  const composed = text.composed ?? text.spans;
  const { marked, values } = withMarks(composed, language);
  const said = sentencesIn(marked, language);
  if (said === null) return null;
  const spans = unmarked(said, values);
  return spans.length === 0 ? text : { ...text, spans, composed };
}

function allOf<From, To>(
  all: readonly From[],
  translate: (one: From) => To | null,
): readonly To[] | null {
  const done: To[] = [];
  for (const one of all) {
    const translated = translate(one);
    if (translated === null) return null;
    done.push(translated);
  }
  return done;
}

/** A value in a sentence (a name, a time, a term) as one character of the private area, while the words around it are looked up. */
const firstMark = 0xe000;

function withMarks(
  spans: readonly Span[],
  language: PhraseLanguage,
): { readonly marked: string; readonly values: readonly Span[] } {
  const values: Span[] = [];
  const marked = spans.map(span => {
    if (span.kind === 'text' && !span.elsewhere && !/^\d+$/.test(span.text)) return span.text;
    values.push(valueIn(span, language));
    return String.fromCharCode(firstMark + values.length - 1);
  });
  return { marked: marked.join(''), values };
}

function valueIn(span: Span, language: PhraseLanguage): Span {
  if (span.kind !== 'text' || !span.elsewhere) return span;
  return { kind: 'text', text: span.elsewhere[language] };
}

interface Pattern {
  readonly pattern: RegExp;
  readonly said: InEach;
}

/** By the first letter, so that few are tried; longest first, so that a sentence with more in it is not cut short. */
const patterns = new Map<string, Pattern[]>();

for (const [english, said] of books
  .flatMap(book => Object.entries(book))
  .sort(([a], [b]) => b.length - a.length)) {
  const first = english.startsWith('{') ? '' : english.charAt(0);
  const known = patterns.get(first) ?? [];
  patterns.set(first, [...known, { pattern: patternOf(english), said }]);
}

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(literal.replace(/\{\d\}/g, '([\\uE000-\\uF8FF]+)'), 'uy');
}

/** Sentence by sentence; null when a word of ours is left over. */
function sentencesIn(marked: string, language: PhraseLanguage): string | null {
  const ends = new Map<number, string | null>();
  const from = (at: number): string | null => {
    if (at >= marked.length) return '';
    const known = ends.get(at);
    if (known !== undefined) return known;
    const said = restFrom(at);
    ends.set(at, said);
    return said;
  };
  const restFrom = (at: number): string | null => {
    for (const { said, length } of phrasesAt(marked, at, language)) {
      const rest = from(at + length);
      if (rest !== null) return said + rest;
    }
    const char = marked.charAt(at);
    if (isOfAWord(char)) return null;
    const rest = from(at + 1);
    return rest === null ? null : char + rest;
  };
  return from(0);
}

function phrasesAt(
  marked: string,
  at: number,
  language: PhraseLanguage,
): readonly { readonly said: string; readonly length: number }[] {
  if (isOfAWord(marked.charAt(at - 1))) return [];
  const isValue = isMark(marked.charAt(at));
  const candidates = patterns.get(isValue ? '' : marked.charAt(at)) ?? [];
  return candidates.flatMap(({ pattern, said }) => {
    pattern.lastIndex = at;
    const found = pattern.exec(marked);
    if (!found || isOfAWord(marked.charAt(at + found[0].length))) return [];
    const filled = said[language].replace(/\{(\d)\}/g, (_, n) => found[Number(n) + 1] ?? '');
    return [{ said: filled, length: found[0].length }];
  });
}

function isMark(char: string): boolean {
  return /[\uE000-\uF8FF]/u.test(char);
}

function isOfAWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function unmarked(said: string, values: readonly Span[]): Span[] {
  const parts = said.split(/([\uE000-\uF8FF])/u).filter(part => part !== '');
  return parts.map(part => {
    const value = values[part.charCodeAt(0) - firstMark];
    return part.length === 1 && value ? value : { kind: 'text', text: part };
  });
}
