/** Known words by their first letter, each with its letters as bits. */
export type SlipIndex = ReadonlyMap<
  string,
  readonly { readonly word: string; readonly mask: number }[]
>;

/** Makes these words ready for looking up what was meant. */
export function slipIndexOf(words: readonly string[]): SlipIndex {
  const index = new Map<string, { word: string; mask: number }[]>();
  for (const word of words) {
    const list = index.get(word[0] ?? '') ?? [];
    list.push({ word, mask: lettersOf(word) });
    index.set(word[0] ?? '', list);
  }
  return index;
}

/** The word one slip of the fingers away (two in words of nine letters), or null. The first letter counts as typed. */
export function nearestWord(typed: string, index: SlipIndex): string | null {
  const own = lettersOf(typed);
  const allowed = typed.length >= 9 ? 2 : 1;
  let best: string | null = null;
  let fewest = allowed + 1;
  for (const { word, mask } of index.get(typed[0] ?? '') ?? []) {
    if (Math.abs(word.length - typed.length) > allowed) continue;
    if (bitsOf(own ^ mask) > 2 * allowed) continue;
    const slips = slipsBetween(typed, word);
    if (slips < fewest) [best, fewest] = [word, slips];
  }
  return best;
}

/** One bit a letter: words with very different bits cannot be near, and that is cheap to see. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) % 31);
  return mask;
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/**
 * How many typing slips lie between two words: insertions, deletions, replacements and swaps of
 * neighbours each count one (optimal string alignment, the common form of Damerau–Levenshtein).
 */
export function slipsBetween(a: string, b: string): number {
  let above2: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (above2[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    above2 = above;
    above = current;
  }
  return above[b.length] ?? a.length;
}
