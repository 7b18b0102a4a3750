import type { Trip } from '../shared/database.ts';
import { type Quarter, quarterAt, quarterBefore, readQuarter } from '../shared/quarter.ts';
import { writtenKey } from './review-key.ts';

/** `running`: its quarter is not over. `skipped`: no fact told of it. */
export const reviewStandings = ['running', 'drafted', 'published', 'skipped'] as const;
export type ReviewStanding = (typeof reviewStandings)[number];

/** One review in a customer's list. */
export interface ListedReview {
  /** "Q1-2026", "Q1-2026-so-far". */
  readonly key: string;
  /** "Q1 2026" */
  readonly name: string;
  readonly isSoFar: boolean;
  readonly standing: ReviewStanding;
  readonly until: Date;
  readonly publishedAt: Date | null;
  readonly publishedById: string | null;
}

/** The reviews of a customer, the newest first; the quarter that runs and the one before are always among them. */
export async function listReviews(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  { id: customerId, timeZone }: { readonly id: string; readonly timeZone: string },
): Promise<ListedReview[]> {
  const rows = await tx.quarterReview.findMany({ where: { customerId } });
  const current = quarterAt(now, timeZone);
  const always = [current, quarterBefore(current, timeZone)]
    .filter(({ name }) => !rows.some(row => row.quarter === name && !row.isSoFar))
    .map(({ name }) => ({
      quarter: name,
      isSoFar: false,
      state: 'drafted',
      publishedAt: null,
      publishedById: null,
    }));
  return [...rows, ...always]
    .flatMap(row => {
      const quarter = readQuarter(row.quarter, now, timeZone);
      return quarter ? [{ row, quarter }] : [];
    })
    .sort((a, b) => b.quarter.from.getTime() - a.quarter.from.getTime() || later(a.row, b.row))
    .map(({ row, quarter }) => ({
      key: writtenKey(row),
      name: quarter.name,
      isSoFar: row.isSoFar,
      standing: standingOf(row, quarter, now),
      until: quarter.until,
      publishedAt: row.publishedAt,
      publishedById: row.publishedById,
    }));
}

/** The whole quarter stands above what was said while it ran. */
function later(a: { readonly isSoFar: boolean }, b: { readonly isSoFar: boolean }): number {
  return Number(a.isSoFar) - Number(b.isSoFar);
}

function standingOf(
  { state }: { readonly state: string },
  { until }: Quarter,
  now: Date,
): ReviewStanding {
  if (state === 'published') return 'published';
  if (now < until) return 'running';
  return state === 'skipped' ? 'skipped' : 'drafted';
}
