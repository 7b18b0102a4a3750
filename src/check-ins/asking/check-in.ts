import { z } from 'zod';
import { hour } from '../../shared/time.ts';
import { type Rung, rungs } from '../cadence/cadence.ts';

export const checkInStates = [
  'asked',
  'repeated',
  'answered',
  'heard',
  'silent',
  'skipped',
] as const;
/** `heard`: not answered, but somebody spoke in other words, so nobody needs to be asked again. */
export type CheckInState = (typeof checkInStates)[number];

export const checkInAnswers = ['good', 'fine', 'worried'] as const;
export type Answer = (typeof checkInAnswers)[number];

/** One question to the customer and what came of it. */
export interface CheckIn {
  readonly id: string;
  readonly transitionId: string;
  readonly customerId: string;
  readonly seq: number;
  readonly state: CheckInState;
  readonly rung: Rung;
  readonly plannedFor: Date;
  readonly askedAt: Date | null;
  readonly repeatedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly answeredById: string | null;
  readonly answer: Answer | null;
  readonly words: string | null;
  readonly reason: string | null;
  /** False for a single attempt: it is not repeated. */
  readonly mayRepeat: boolean;
  readonly dueAt: Date | null;
}

const columns = z.object({
  state: z.enum(checkInStates),
  rung: z.enum(rungs),
  answer: z.enum(checkInAnswers).nullable(),
});

interface CheckInRow extends Omit<CheckIn, 'state' | 'rung' | 'answer'> {
  state: string;
  rung: string;
  answer: string | null;
}

/** A stored row as a check-in. */
export function checkInFrom(row: CheckInRow): CheckIn {
  return { ...row, ...columns.parse(row) };
}

/** An answer as somebody gave it. */
export interface CheckInAnswer {
  readonly checkInId: string;
  /** The person on the customer's side; null when we do not know them. */
  readonly personId: string | null;
  readonly answer: Answer;
  /** What they said besides, or the sentence that was understood as the answer. */
  readonly words?: string | null;
}

/** For so long words answer it: tomorrow morning's do, Monday's "all good" says nothing of Saturday night. */
export const answerableForMilliseconds = 30 * hour;

/** Still waiting for a word. */
export function isOpen({ state }: Pick<CheckIn, 'state'>): boolean {
  return state === 'asked' || state === 'repeated';
}

/** The key of the message that asks. */
export function askKey(checkInId: string): string {
  return `check-in:${checkInId}`;
}

/** The key of the one gentle repeat. */
export function repeatKey(checkInId: string): string {
  return `check-in-repeat:${checkInId}`;
}

/** How many of the newest answers were good in a row; `newestFirst` as stored. */
export function calmAnswers(newestFirst: readonly (string | null)[]): number {
  const broken = newestFirst.findIndex(answer => answer !== 'good');
  return broken === -1 ? newestFirst.length : broken;
}
