import { slipsBetween } from '../../understanding/slip.ts';

/** The known words that `word` was probably meant to be, nearest first; at most three. */
export function nearest(word: string, known: readonly string[]): string[] {
  const typed = word.toLowerCase();
  const allowed = allowedSlips(typed);
  return known
    .map(each => ({ each, slips: slipsBetween(typed, each.toLowerCase()) }))
    .filter(({ slips }) => slips > 0 && slips <= allowed)
    .sort((a, b) => a.slips - b.slips || a.each.localeCompare(b.each))
    .slice(0, 3)
    .map(({ each }) => each);
}

/** Short words leave no room for slips: "log" is not "lag". */
function allowedSlips(word: string): number {
  if (word.length <= 3) return 0;
  return word.length <= 5 ? 1 : 2;
}
