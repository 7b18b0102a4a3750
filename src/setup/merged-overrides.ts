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
  const has = (list: readonly OverrideRow[], one: OverrideRow) =>
    list.some(other => isDeepStrictEqual(other, one));
  const gone = fileBefore.filter(one => !has(file, one));
  const added = file.filter(one => !has(fileBefore, one) && !has(now, one));
  return [...now.filter(one => !has(gone, one)), ...added];
}
