/**
 * How many typing slips lie between two words: insertions, deletions, replacements and swaps of
 * neighbours each count one (optimal string alignment, the common form of Damerau–Levenshtein).
 */
export function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(cellAt({ a, b, rows, current, row, column }));
    }
    rows.push(current);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly rows: readonly (readonly number[])[];
  readonly current: readonly number[];
  readonly row: number;
  readonly column: number;
}

function cellAt({ a, b, rows, current, row, column }: Cell): number {
  const above = rows[row - 1] ?? [];
  const cost = a[row - 1] === b[column - 1] ? 0 : 1;
  const best = Math.min(
    (above[column] ?? 0) + 1,
    (current[column - 1] ?? 0) + 1,
    (above[column - 1] ?? 0) + cost,
  );
  const isSwap =
    row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(best, (rows[row - 2]?.[column - 2] ?? 0) + 1) : best;
}

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
