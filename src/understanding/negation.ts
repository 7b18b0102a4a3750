import type { ReadLanguage } from './language.ts';
import type { Token } from './normalise.ts';

/** How far a "not" reaches in a language, in words of its own clause. */
export interface NegationReach {
  readonly right: number;
  readonly left: number;
  /** It reaches to the left only from the end of its clause: "das hilft nicht". */
  readonly isLeftAtEnd: boolean;
  /** Words that turn the thought: what follows is no longer meant. */
  readonly turns: ReadonlySet<string>;
}

const turns = (...words: string[]): ReadonlySet<string> => new Set(words);

/** The one place that knows how languages say "not": most before what they mean, some at the end, Japanese after it. */
export const negationReaches: Readonly<Record<ReadLanguage, NegationReach>> = {
  en: { right: 4, left: 0, isLeftAtEnd: false, turns: turns('but', 'however', 'though') },
  de: { right: 4, left: 4, isLeftAtEnd: true, turns: turns('aber', 'sondern', 'jedoch', 'doch') },
  fr: { right: 4, left: 2, isLeftAtEnd: false, turns: turns('mais', 'cependant', 'pourtant') },
  es: { right: 4, left: 0, isLeftAtEnd: false, turns: turns('pero', 'sino') },
  pt: { right: 4, left: 0, isLeftAtEnd: false, turns: turns('mas', 'porem') },
  ja: { right: 0, left: 6, isLeftAtEnd: false, turns: turns() },
  it: { right: 4, left: 0, isLeftAtEnd: false, turns: turns('ma', 'pero') },
  nl: { right: 4, left: 4, isLeftAtEnd: true, turns: turns('maar') },
};

/** A run of words in a message. */
export interface Run {
  readonly from: number;
  readonly until: number;
}

interface Reaching {
  readonly tokens: readonly Token[];
  readonly reach: NegationReach;
}

/** Does this "not" turn what is said there into its opposite? */
export function reaches(negation: Run, said: Run, { tokens, reach }: Reaching): boolean {
  const clause = tokens[negation.from]?.clause;
  if (tokens[said.from]?.clause !== clause) return false;
  const [first, second] = negation.from < said.from ? [negation, said] : [said, negation];
  const between = tokens.slice(first.until, second.from);
  if (second.from < first.until || between.some(({ word }) => reach.turns.has(word))) return false;
  if (first === negation) return between.length < reach.right;
  const isAtEnd = tokens[negation.until]?.clause !== clause;
  return between.length < reach.left && (isAtEnd || !reach.isLeftAtEnd);
}
