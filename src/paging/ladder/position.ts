import type { Escalation } from './escalation.ts';

/** Where a chase stands. `level` counts from 0; the number of levels itself is the fallback. */
export interface Position {
  readonly level: number;
  readonly round: number;
}

/** The position after this one: next level, next round, or the fallback. */
export function positionAfter({ level, round }: Position, escalation: Escalation): Position {
  const { levels, repeat, firstRound } = escalation;
  if (level + 1 < levels.length) return { level: level + 1, round };
  const isLastRound = round - firstRound >= repeat;
  return { level: isLastRound ? levels.length : 0, round: round + 1 };
}

/**
 * Where a chase goes on after somebody had the page and let it go: the next level, with all repeats ahead of
 * it again; after the last level, a new round.
 */
export function chaseAnew(
  { level, round }: Position,
  escalation: Escalation,
): { readonly position: Position; readonly policy: Escalation } {
  const isLast = level + 1 >= escalation.levels.length;
  if (!isLast) {
    return { position: { level: level + 1, round }, policy: { ...escalation, firstRound: round } };
  }
  return roundAnew(0, round, escalation);
}

/** A new round from a level on, with all repeats ahead of it. */
export function roundAnew(
  level: number,
  round: number,
  escalation: Escalation,
): { readonly position: Position; readonly policy: Escalation } {
  const inLevels = Math.max(0, Math.min(level, escalation.levels.length - 1));
  const next = round + 1;
  return {
    position: { level: inLevels, round: next },
    policy: { ...escalation, firstRound: next },
  };
}
