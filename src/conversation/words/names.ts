import { nearest } from './near-words.ts';

/** Something that has an id and a name people use: a customer, a person, a milestone. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type Match<T extends Named> =
  | { readonly kind: 'one'; readonly found: T }
  | { readonly kind: 'several'; readonly found: readonly T[] }
  /** Nothing is called so, but these nearly are. */
  | { readonly kind: 'near'; readonly found: readonly T[] }
  | { readonly kind: 'none' };

/** Which of the known ones these words name: exactly, by how they begin, by a word in them, or nearly. */
export function matchName<T extends Named>(words: string, known: readonly T[]): Match<T> {
  const said = plain(words);
  if (said === '') return { kind: 'none' };
  const rules: ((each: T) => boolean)[] = [
    each => each.id === words.trim(),
    each => plain(each.id) === said || plain(each.name) === said,
    each => plain(each.name).startsWith(said) || plain(each.id).startsWith(said),
    each => ` ${plain(each.name)} `.includes(` ${said} `),
    each => ` ${said} `.includes(` ${plain(each.name)} `),
  ];
  for (const rule of rules) {
    const found = known.filter(rule);
    if (found.length === 1 && found[0]) return { kind: 'one', found: found[0] };
    if (found.length > 1) return { kind: 'several', found };
  }
  const near = nearestNamed(said, known);
  return near.length > 0 ? { kind: 'near', found: near } : { kind: 'none' };
}

/** Lower case, words separated by one space, without punctuation. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nearestNamed<T extends Named>(said: string, known: readonly T[]): T[] {
  const keys = new Map<string, T>();
  for (const each of known) for (const key of [each.id, each.name]) keys.set(plain(key), each);
  const found = nearest(said, [...keys.keys()]).flatMap(key => keys.get(key) ?? []);
  return [...new Set(found)];
}
