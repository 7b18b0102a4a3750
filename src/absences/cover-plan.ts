import { day, minute, plus, since } from '../shared/time.ts';
import type { Absence } from './absence.ts';

/** Somebody who was asked to take a shift, and what came of it. */
export interface AskedCover {
  readonly toId: string;
  readonly state: string;
  readonly askedAt: Date;
}

export interface CoverScene {
  readonly shift: Absence;
  readonly asked: readonly AskedCover[];
  /** Who could take it, in the order in which they are asked. */
  readonly candidates: readonly string[];
}

/** What is to be done about a shift whose person is away. */
export type CoverStep =
  | { readonly kind: 'ask'; readonly personId: string; readonly lookAgainAt: Date }
  | { readonly kind: 'wait'; readonly lookAgainAt: Date }
  | { readonly kind: 'nobody' };

/** The longest and the shortest time somebody has to answer before the next one is asked as well. */
const longest = day;
const shortest = 30 * minute;

/** Colleagues are asked one after the other: the next one when one said no, or has not answered in a quarter of the time there is. */
export function coverPlan({ shift, asked, candidates }: CoverScene, now: Date): CoverStep {
  const waiting = asked
    .filter(({ state }) => state === 'asked')
    .map(({ askedAt }) => patienceEnd(askedAt, shift));
  const open = waiting.filter(end => end > now).sort((a, b) => a.getTime() - b.getTime());
  const [next] = open;
  if (next) return { kind: 'wait', lookAgainAt: next };
  const known = new Set(asked.map(({ toId }) => toId));
  const personId = candidates.find(id => !known.has(id));
  if (personId === undefined) return { kind: 'nobody' };
  return { kind: 'ask', personId, lookAgainAt: patienceEnd(now, shift) };
}

function patienceEnd(askedAt: Date, { from }: Absence): Date {
  const quarter = since(askedAt, from) / 4;
  return plus(askedAt, Math.min(longest, Math.max(shortest, quarter)));
}
