import { isDeepStrictEqual } from 'node:util';
import type { OverrideRow } from './rows.ts';

/**
 * The overrides after an import: what the file newly has is added, what it had and lacks now goes, and
 * everything else (swaps among people) stays where it is in the order that decides.
 */
export function mergedOverrides(
  file: readonly OverrideRow[],
  fileBefore: readonly OverrideRow[],
  now: readonly OverrideRow[],
): OverrideRow[] {
  const gone = fileBefore.filter(one => !has(file, one));
  const added = file.filter(one => !has(fileBefore, one) && !has(now, one));
  return [...now.filter(one => !has(gone, one)), ...added];
}

/** What a file says of its own: a swap among people that it only repeats, as what is read out of the store does, stays theirs. */
export function ofFile(
  file: readonly OverrideRow[],
  fileBefore: readonly OverrideRow[],
  now: readonly OverrideRow[],
): OverrideRow[] {
  return file.filter(one => has(fileBefore, one) || !has(now, one));
}

function has(list: readonly OverrideRow[], one: OverrideRow): boolean {
  return list.some(other => isDeepStrictEqual(other, one));
}
