/** The only word that is one slip of the fingers away (two in words of nine letters), or null. The first letter counts as typed. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const mask = lettersOf(word);
  const allowed = word.length >= 9 ? 2 : 1;
  let best: string | null = null;
  let fewest = allowed + 1;
  for (const each of known) {
    if (Math.abs(each.length - word.length) > allowed || each[0] !== word[0]) continue;
    if (bitsOf(mask ^ lettersOf(each)) > 2 * allowed) continue;
    const slips = slipsBetween(word, each);
    if (slips < fewest) [best, fewest] = [each, slips];
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

/** Insertions, deletions, replacements and swaps of neighbours each count one (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
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
