import { createRequire } from 'node:module';
import type * as Phones from 'libphonenumber-js/max';

type Library = typeof Phones;

let library: Library | null = null;

/** Its tables take longer to load than everything else of an import, so they wait for the first real number. */
function getLibrary(): Library {
  library ??= createRequire(import.meta.url)('libphonenumber-js/max') as Library;
  return library;
}

/** Numbers nobody has: for films (Ofcom, 555 in North America), examples and tests. They are taken as they are. */
const examples: readonly RegExp[] = [
  /^\+1555\d{4,7}$/,
  /555\d{4}$/,
  /^\+447700900\d{3}$/,
  /^\+441632960\d{3}$/,
];

const shape = /^\+[1-9]\d{5,14}$/;

const hint = 'write a number with its country, in quotes, like "+447911123456"';

/** What is wrong with a number for this medium, and what to write instead; null when it can be called or written to. */
export function phoneProblem(number: string, via: 'sms' | 'voice'): string | null {
  const shown = `"${number.slice(0, 60)}"`;
  if (!shape.test(number)) return `${shown} does not fit; ${hint}`;
  if (examples.some(one => one.test(number))) return null;
  const parsed = getLibrary().parsePhoneNumberFromString(number);
  if (!parsed?.isValid()) {
    const mexican = number.startsWith('+521') ? ' (in Mexico without the 1 after +52)' : '';
    return `${shown} is no number that can be called; look at its country and its digits${mexican}, or ${hint}`;
  }
  if (via === 'sms' && parsed.getType() === 'FIXED_LINE')
    return `${shown} is a fixed line, which takes no text messages; reach it by voice, or write a mobile number`;
  return null;
}
