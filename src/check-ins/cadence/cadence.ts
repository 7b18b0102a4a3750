import { z } from 'zod';
import { type OpenSpan, term } from '../../delivery/audience.ts';
import { rhythms } from '../../delivery/phrases/rhythm.ts';
import type { Wording } from '../../timeline/event.ts';
import type { Phase } from '../../transitions/transition.ts';

/** The ladder, closest first. */
export const rungs = ['30m', '1h', '2h', '4h', '1d', '2d', '1w', '2w', 'on-request'] as const;
export type Rung = (typeof rungs)[number];

/** The coming check-ins that the customer was told of: after a worried answer, or at an hour it wished for. */
export const promisedDueFors = ['follow-up', 'wish'] as const;

/** What the coming check-in is for, when it is not simply the next slot. `concern`: soon, after words of trouble, and nobody was told. */
export const dueFors = ['slot', 'concern', ...promisedDueFors] as const;
export type DueFor = (typeof dueFors)[number];

/** Where one transition stands on the ladder, within which bounds, and when it next asks. */
export interface Cadence {
  readonly transitionId: string;
  readonly customerId: string;
  readonly rung: Rung;
  /** A manager's bounds; null = the phase's. */
  readonly boundMin: Rung | null;
  readonly boundMax: Rung | null;
  /** Hours of unnoticed trouble a manager accepts for one message saved: 0.2 close, 0.5 normal, 1.2 light. */
  readonly closeness: number;
  readonly pinned: boolean;
  /** The rung that is held, in the phases it belongs to. */
  readonly pinnedRung: Rung | null;
  readonly pausedUntil: Date | null;
  /** The customer said stop: only on request. */
  readonly stopped: boolean;
  /** "09:00" in the customer's zone. */
  readonly notBefore: string | null;
  readonly fixedTime: string | null;
  readonly setBy: string | null;
  readonly setWhy: string | null;
  /** Silent since: rests until someone speaks. */
  readonly restingSince: Date | null;
  readonly restAttempt: Date | null;
  readonly lastAskedAt: Date | null;
  readonly lastReason: string;
  readonly nextSeq: number;
  readonly dueAt: Date | null;
  /** The phase it was last planned for. */
  readonly phase: string | null;
  /** The rung before the last step, for "keep". */
  readonly previousRung: Rung | null;
  /** The rung the customer was last told of. */
  readonly toldRung: Rung | null;
  /** The customer asked for less: never quicker than this. */
  readonly notQuicker: Rung | null;
  /** The customer asked to keep or for more: never slower than this. */
  readonly notSlower: Rung | null;
  /** When somebody on the customer's side last said anything. */
  readonly heardAt: Date | null;
  readonly dueFor: DueFor;
}

const rungColumn = z.enum(rungs);
const columns = z.object({
  rung: rungColumn,
  boundMin: rungColumn.nullable(),
  boundMax: rungColumn.nullable(),
  pinnedRung: rungColumn.nullable(),
  previousRung: rungColumn.nullable(),
  toldRung: rungColumn.nullable(),
  notQuicker: rungColumn.nullable(),
  notSlower: rungColumn.nullable(),
  dueFor: z.enum(dueFors),
});

type RungColumn = keyof z.infer<typeof columns>;
type CadenceRow = Omit<Cadence, RungColumn> &
  Record<Exclude<RungColumn, 'rung' | 'dueFor'>, string | null> & {
    rung: string;
    dueFor: string;
  };

/** A stored row as a cadence. */
export function cadenceFrom(row: CadenceRow): Cadence {
  return { ...row, ...columns.parse(row) };
}

const words: Readonly<Record<Rung, string>> = {
  '30m': 'about every half hour',
  '1h': 'about every hour',
  '2h': 'about every two hours',
  '4h': 'about every four hours',
  '1d': 'daily',
  '2d': 'every two days',
  '1w': 'weekly',
  '2w': 'every two weeks',
  'on-request': 'only when you ask',
};

/** A rung as it is said: "every two days". */
export function rungWords(rung: Rung): Wording {
  return words[rung] as Wording;
}

/** The same inside a customer's sentence. */
export function rungTerm(rung: Rung): OpenSpan {
  return term(words[rung], rhythms[rung]);
}

const spellings: readonly (readonly [RegExp, Rung])[] = [
  [/^(30 ?m(in(utes?)?)?|half[- ]?hour(ly)?|twice (an|per) hour)$/, '30m'],
  [/^(1? ?h(ours?)?|60 ?m(in(utes?)?)?|one hour|hourly)$/, '1h'],
  [/^((2|two) ?h(ours?|rs?)?|second hour)$/, '2h'],
  [/^((4|four) ?h(ours?|rs?)?|twice (a|per) day|fourth hour|half[- ]?day)$/, '4h'],
  [/^((1|one)? ?d(ays?)?|daily|once a day|morning|working day|24 ?h(ours?)?)$/, '1d'],
  [/^((2|two) ?d(ays?)?|(second|other) day|48 ?h(ours?)?)$/, '2d'],
  [/^((1|one)? ?w(eeks?)?|weekly|once a week|(7|seven) ?d(ays?)?)$/, '1w'],
  [
    /^((2|two) ?w(eeks?)?|biweekly|fortnight(ly)?|(second|other) week|(14|fourteen) ?d(ays?)?)$/,
    '2w',
  ],
  [/^(on[- ]request|never|only when (you|i|they) ask|off)$/, 'on-request'],
];

/** The rung somebody means by "daily", "every 2 days", "hourly", "weekly" or "2d"; null when it is none. */
export function parseRung(said: string): Rung | null {
  const plain = said
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .replace(/^(about )?(once )?(every|each|all) /, '')
    .replace(/\s+/g, ' ')
    .replace(/^(a|an|the) /, '');
  return spellings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Negative when `a` is closer than `b`, positive when it is wider. */
export function compareRungs(a: Rung, b: Rung): number {
  return rungs.indexOf(a) - rungs.indexOf(b);
}

/** The next rung out, or the widest. */
export function slowerRung(rung: Rung): Rung {
  return rungs[rungs.indexOf(rung) + 1] ?? rung;
}

/** The next rung in, or the closest. */
export function quickerRung(rung: Rung): Rung {
  return rungs[rungs.indexOf(rung) - 1] ?? rung;
}

/** The rung moved into `[min, max]`. */
export function clampRung(
  rung: Rung,
  { min, max }: { readonly min: Rung; readonly max: Rung },
): Rung {
  if (compareRungs(rung, min) < 0) return min;
  return compareRungs(rung, max) > 0 ? max : rung;
}

/**
 * Rungs of hours belong to the window, rungs of days to the time around it, four hours to both: what
 * somebody set for the one says nothing about the other.
 */
export function belongs(rung: Rung, phase: Phase): boolean {
  if (rung === 'on-request') return true;
  return phase === 'live' ? isHourly(rung) : compareRungs(rung, '4h') >= 0;
}

/** A rung of hours, as they hold in the window, not of days. */
export function isHourly(rung: Rung): boolean {
  return compareRungs(rung, '1d') < 0;
}
