import { valueText } from './pointer.ts';

/** Reads the value at an address, wherever it stands. */
export type ValueAt = (pointer: string) => unknown;

/** At most so much of one value. */
const longestValue = 300;
const hole = /\{(\/[^{}]*)\}/g;

/** A text with "{/address}" for values, or "{/this|/that}" for the first of them that says something. */
export function filledText(template: string, valueAt: ValueAt): string {
  const text = template.replace(hole, (_whole, addresses: string) => {
    const said = addresses.split('|').map(address => oneLine(valueText(valueAt(address))));
    return said.find(value => value !== '') ?? '';
  });
  return oneLine(text);
}

/** The addresses a text reads. */
export function addressesIn(template: string): string[] {
  return [...template.matchAll(hole)].flatMap(([, addresses = '']) => addresses.split('|'));
}

/** Payloads are other people's words: line breaks and control characters would let them look like ours. */
function oneLine(text: string): string {
  const letters = Array.from(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
  return letters.length <= longestValue * 4
    ? letters.join('')
    : `${letters.slice(0, longestValue * 4).join('')}…`;
}
