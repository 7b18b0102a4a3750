import type { OwnWords } from '../customers/customer.ts';
import type { Prepared, Token } from './normalise.ts';
import { prepare } from './normalise.ts';

/** Names this customer uses: plan steps, and its own words. Known names are not mistaken for feelings. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly own?: OwnWords;
}

/** The common word that stands in for each kind; the tables of every language know them. */
const standIns: readonly (readonly [keyof OwnWords, string])[] = [
  ['systems', 'system'],
  ['sites', 'site'],
  ['products', 'product'],
  ['people', 'colleague'],
];

/** Puts a common word in the place of each name, so that a step called "Crash test" worries nobody. */
export function replaceNames(prepared: Prepared, { names, own }: Vocabulary): Prepared {
  const known = [
    ...standIns.flatMap(([kind, word]) => (own?.[kind] ?? []).map(name => [name, word] as const)),
    ...names.map(name => [name, 'project'] as const),
  ];
  if (known.length === 0) return prepared;
  const phrases = known
    .map(([name, word]) => ({ words: prepare(name).tokens.map(each => each.word), word }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const tokens: Token[] = [];
  for (let at = 0; at < prepared.tokens.length; ) {
    const found = phrases.find(({ words }) => stands(words, prepared.tokens, at));
    const token = prepared.tokens[at];
    if (token) tokens.push(found ? { ...token, word: found.word } : token);
    at += found?.words.length ?? 1;
  }
  return { ...prepared, tokens };
}

function stands(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  return words.every((word, ahead) => tokens[at + ahead]?.word === word);
}
