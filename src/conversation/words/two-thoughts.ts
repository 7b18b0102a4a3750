import { readMood } from './mood-words.ts';

/** A message that says how it goes, and then asks something. */
export interface TwoThoughts {
  readonly told: string;
  readonly asked: string;
}

const boundary = /[.!;,\n–—、。！]+\s*/gu;

/** "All good, but when does the copy start?" as its two parts; null when it is one thought. */
export function twoThoughts(text: string): TwoThoughts | null {
  if (!/[?？]\s*$/u.test(text)) return null;
  for (const { index, 0: mark } of text.matchAll(boundary)) {
    const told = text.slice(0, index).trim();
    const asked = text.slice(index + mark.length).trim();
    if (told !== '' && asked !== '' && readMood(told)) return { told, asked };
  }
  return null;
}
