import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { assessRows } from './assess-rows.ts';
import { byRisk, type PortfolioRow } from './portfolio.ts';
import {
  countStatements,
  mostOfFew,
  mostOfMany,
  rankStatements,
  scopeOf,
  type Whose,
} from './portfolio-statement.ts';
import { newsKinds, situationPolicy } from './situation.ts';

/** Some customers by risk. */
export interface Portfolio {
  /** The one to look at first on top. */
  readonly rows: readonly PortfolioRow[];
  /** How many customers there are, shown or not. */
  readonly total: number;
}

/**
 * The customers to look at first, at most so many; all when no number is given. Three statements, whatever the number of
 * customers: who comes first follows from today's signs and from confidence as it was last looked at (at most a day
 * ago); what is shown of them is worked out anew.
 */
export async function listPortfolio(
  trip: Trip,
  whose: Whose = { kind: 'everybody' },
  most: number | null = null,
): Promise<Portfolio> {
  const value = scopeOf(whose);
  const [counted] = await trip.run(countStatements[whose.kind], [value]);
  const total = counted?.count ?? 0;
  if (total === 0) return { rows: [], total };
  const size = most === null || most > mostOfMany || total <= mostOfFew ? 'few' : 'many';
  const found = await trip.run(rankStatements[size][whose.kind], [
    value,
    trip.now,
    plus(trip.now, day),
    plus(trip.now, -situationPolicy.staleAfterMilliseconds),
    newsKinds,
    most,
  ]);
  return { rows: byRisk(await assessRows(trip, found)), total };
}
