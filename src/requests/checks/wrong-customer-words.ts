import { type Check, customersWords } from '../around.ts';
import { plainOf } from '../terms.ts';

/** Another customer's name, people or addresses in the words. */
export const wrongCustomerWords: Check = (work, { foreign }) => {
  const found = foreignWordIn(customersWords(work), foreign);
  return found === null ? null : 'It has words in it that belong to another customer.';
};

/** The first of these names and addresses of others that stands in a text as a word of its own; null when none does. */
export function foreignWordIn(text: string, foreign: readonly string[]): string | null {
  const said = plainOf(text);
  return foreign.find(words => stands(plainOf(words).trim(), said)) ?? null;
}

function stands(words: string, said: string): boolean {
  if (words.length < 3) return false;
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
    const [before, after] = [said[at - 1] ?? ' ', said[at + words.length] ?? ' '];
    const isBegun = words.startsWith('@') || !/[\p{L}\p{N}]/u.test(before);
    if (isBegun && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
