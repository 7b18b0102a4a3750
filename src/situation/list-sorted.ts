import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { assessRows } from './assess-rows.ts';
import type { Portfolio } from './list-portfolio.ts';
import type { PortfolioRow } from './portfolio.ts';
import {
  countStatements,
  type Sort,
  scopeOf,
  sortStatements,
  type Whose,
} from './portfolio-statement.ts';
import { newsKinds } from './situation.ts';

/** Customers in the order that somebody asks for, at most so many: as few statements as `listPortfolio`. */
export async function listSorted(
  trip: Trip,
  whose: Whose,
  { sort, most }: { readonly sort: Sort; readonly most: number },
): Promise<Portfolio> {
  const value = scopeOf(whose);
  const [counted] = await trip.run(countStatements[whose.kind], [value]);
  const total = counted?.count ?? 0;
  if (total === 0) return { rows: [], total };
  const { now } = trip;
  const values = [value, now, plus(now, day), most, newsKinds];
  const rows = await assessRows(trip, await trip.run(sortStatements[sort][whose.kind], values));
  return { rows: sort === 'confidence' ? byConfidence(rows) : rows, total };
}

/** What is shown was worked out just now, the order as it was last looked at. */
function byConfidence(rows: readonly PortfolioRow[]): PortfolioRow[] {
  const last = 2;
  return rows.toSorted((a, b) => (a.confidence ?? last) - (b.confidence ?? last));
}
