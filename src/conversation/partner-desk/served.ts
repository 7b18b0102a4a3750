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

/** What may stand around a name that answers "For whom is that?". */
const manners =
  /^(?:(?:it|that|this|s|is|for|at|about|of|and|both|the|please|i|we|mean|meant) ?)*$/;

/** "Northwind", "it is for Northwind and Contoso": the customers an answer names and says nothing besides; else none. */
export function answeredBy(text: string, served: readonly Served[]): readonly Served[] {
  const named = namedBy(text, served);
  const rest = named.reduce(
    (left, { name }) => left.replace(` ${plain(name)} `, ' '),
    ` ${plain(text)} `,
  );
  return manners.test(rest.trim().replace(/ +/g, ' ')) ? named : [];
}
