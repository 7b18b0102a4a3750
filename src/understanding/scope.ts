import type { Concept } from './concepts/english.ts';
import type { Tag } from './lexicon.ts';
import { type NegationReach, reaches } from './negation.ts';
import type { Prepared } from './normalise.ts';

/** What takes the edge off words, or tells to whom they belong. */
export const scopes = [
  'asked',
  'supposed',
  'past',
  'future',
  'told',
  'quoted',
  'test',
  'drill',
  'calm',
  'elsewhere',
  'one',
  'not',
] as const;

export type Scope = (typeof scopes)[number];

/** A concept with everything that is said of it around it. */
export interface ScopedTag extends Tag {
  readonly sentence: number;
  readonly scopes: ReadonlySet<Scope>;
}

/** The concepts that open a scope for the rest of their sentence … */
const forSentence: Readonly<Partial<Record<Concept, Scope>>> = {
  suppose: 'supposed',
  past: 'past',
  future: 'future',
  reported: 'told',
  norush: 'calm',
  onlyone: 'one',
};

/** … and those that colour the whole message. */
const forMessage: Readonly<Partial<Record<Concept, Scope>>> = {
  testenv: 'test',
  drill: 'drill',
  others: 'elsewhere',
};

const askers: ReadonlySet<Concept> = new Set([
  'what',
  'when',
  'who',
  'how',
  'where',
  'why',
  'finite',
]);

/** As the weights were trained, in every language: what a "not" says of words before it they have learned by themselves. */
const trainedReach: NegationReach = { right: 4, left: 0, isLeftAtEnd: false, turns: new Set() };

/** Puts every concept into its scopes: negated, asked, supposed, told by somebody, in a test, long past. Pure. */
export function scopeTags(tags: readonly Tag[], { tokens, asked }: Prepared): ScopedTag[] {
  const sentenceOf = (at: number) => tokens[at]?.sentence ?? 0;
  const open = new Map<number, Set<Scope>>();
  const everywhere = new Set<Scope>();
  const openIn = (sentence: number, scope: Scope) =>
    open.set(sentence, (open.get(sentence) ?? new Set()).add(scope));
  for (const sentence of asked) openIn(sentence, 'asked');
  const starts = startsOf(tokens);
  for (const { concept, from } of tags) {
    const own = forSentence[concept];
    if (own) openIn(sentenceOf(from), own);
    const wide = forMessage[concept];
    if (wide) everywhere.add(wide);
    if (askers.has(concept) && from - (starts.get(sentenceOf(from)) ?? 0) <= 1) {
      openIn(sentenceOf(from), 'asked');
    }
  }
  const negations = tags.filter(({ concept }) => concept === 'negation');
  return tags.map(tag => {
    const sentence = sentenceOf(tag.from);
    const scopes = new Set([...everywhere, ...(open.get(sentence) ?? [])]);
    if (tokens[tag.from]?.isQuoted) scopes.add('quoted');
    if (negations.some(each => isNegated(tag, each, tokens))) scopes.add('not');
    return { ...tag, sentence, scopes };
  });
}

function startsOf(tokens: Prepared['tokens']): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const [at, { sentence }] of tokens.entries()) {
    if (!starts.has(sentence)) starts.set(sentence, at);
  }
  return starts;
}

function isNegated(tag: Tag, negation: Tag, tokens: Prepared['tokens']): boolean {
  if (tag.concept === 'negation' || negation === tag) return false;
  return reaches(negation, tag, { tokens, reach: trainedReach });
}
