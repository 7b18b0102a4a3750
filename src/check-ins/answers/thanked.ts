/** Somebody who may be meant by a thank-you. */
export interface Thankable {
  readonly id: string;
  readonly name: string;
}

/** First names that are words as well: they mean somebody only where they are written as a name. */
const words = new Set(
  'will mark may grace joy hope bill rob pat sue drew chase rich faith dawn eve art frank jack max ray rose summer'.split(
    ' ',
  ),
);

/** Those whom the words name, by first or full name; two of one first name are both meant, unless one is named in full. */
export function namedIn(said: string, people: readonly Thankable[]): Thankable[] {
  const full = people.filter(({ name }) => stands(name, said));
  if (full.length > 0) return full;
  return people.filter(({ name }) => {
    const [first = ''] = name.split(/\s+/);
    return first.length > 1 && stands(first, said);
  });
}

function stands(name: string, said: string): boolean {
  const isWord = words.has(name.toLowerCase());
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
  return new RegExp(pattern, isWord ? 'u' : 'iu').test(said);
}
