import { type Check, customersWords } from '../around.ts';
import { plainOf } from '../terms.ts';

/** Another customer's name, people or addresses in the words. */
export const wrongCustomerWords: Check = (work, { foreign }) => {
  const said = plainOf(customersWords(work));
  const found = foreign.find(words => stands(plainOf(words).trim(), said));
  return found === undefined ? null : 'It has words in it that belong to another customer.';
};

function stands(words: string, said: string): boolean {
  if (words.length < 3) return false;
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
    const [before, after] = [said[at - 1] ?? ' ', said[at + words.length] ?? ' '];
    const isBegun = words.startsWith('@') || !/[\p{L}\p{N}]/u.test(before);
    if (isBegun && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
