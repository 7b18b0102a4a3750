import { plain } from '../words/names.ts';

/** A customer a partner's person works for. */
export interface Served {
  readonly id: string;
  readonly name: string;
}

/** Whom these words are about: those they name, else all the speaker works for. */
export function meantBy(text: string, served: readonly Served[]): readonly Served[] {
  const named = namedBy(text, served);
  return named.length > 0 ? named : served;
}

/** The customers that are named in these words. */
export function namedBy(text: string, served: readonly Served[]): readonly Served[] {
  const said = ` ${plain(text)} `;
  return served.filter(({ name }) => said.includes(` ${plain(name)} `));
}

/** More words than this besides the name are no answer to "For whom is that?". */
const manners = 3;

/** "Northwind", "it is for Northwind": the one customer an answer names and says nothing besides; null when it is none. */
export function answeredBy(text: string, served: readonly Served[]): Served | null {
  const [one, ...others] = namedBy(text, served);
  if (!one || others.length > 0) return null;
  const rest = ` ${plain(text)} `.replace(` ${plain(one.name)} `, ' ').trim();
  return rest === '' || rest.split(' ').length <= manners ? one : null;
}
