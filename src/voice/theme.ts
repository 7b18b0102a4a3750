import { z } from 'zod';

/**
 * `open` until somebody decided what to do about it; `decided`; `done` when something is different now; `merged` when
 * people found that it is another one.
 */
export const themeStates = ['open', 'decided', 'done', 'merged'] as const;
export type ThemeState = (typeof themeStates)[number];

/** What comes of a theme and is told to those who said it. */
export const themeSteps = ['decided', 'done'] as const;
export type ThemeStep = (typeof themeSteps)[number];

/** What several customers, or one several times, said. */
export interface Theme {
  readonly id: string;
  /** What people call it by. */
  readonly number: number;
  /** null = nobody named it. */
  readonly name: string | null;
  readonly state: ThemeState;
  readonly ownerId: string | null;
  readonly decision: string | null;
  readonly decidedAt: Date | null;
  readonly change: string | null;
  readonly changedAt: Date | null;
  readonly mergedInto: number | null;
  readonly createdAt: Date;
}

const stateColumn = z.enum(themeStates);

/** A stored row as a theme. */
export function themeFrom(row: Omit<Theme, 'state'> & { state: string }): Theme {
  const { id, number, name, ownerId, decision, decidedAt, change, changedAt } = row;
  const { mergedInto, createdAt } = row;
  const state = stateColumn.parse(row.state);
  return {
    id,
    number,
    name,
    state,
    ownerId,
    decision,
    decidedAt,
    change,
    changedAt,
    mergedInto,
    createdAt,
  };
}

/** Where a theme stands, in a word. */
export const stateWords: Readonly<Record<ThemeState, string>> = {
  open: 'open',
  decided: 'decided, not done yet',
  done: 'done',
  merged: 'part of another',
};

/** What is told of a step: what was decided, or what is different now; null where it did not come to that. */
export function wordsOfStep({ decision, change }: Theme, step: ThemeStep): string | null {
  return step === 'decided' ? decision : change;
}
