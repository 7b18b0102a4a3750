import { customerHoursFrom } from '../customers/customer.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus, since } from '../shared/time.ts';
import { isWindowOpen, type Transition, transitionFrom } from '../transitions/transition.ts';
import { type Assessed, assessMany } from './assess-many.ts';
import { byRisk, type PortfolioRow, riskReasons } from './portfolio.ts';
import {
  countStatements,
  mostOfFew,
  mostOfMany,
  rankStatements,
  type StandingRow,
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
  return { rows: await rowsOf(trip, found), total };
}

function scopeOf(whose: Whose): string | readonly string[] | null {
  switch (whose.kind) {
    case 'everybody':
      return null;
    case 'these':
      return whose.customerIds;
    case 'named':
      return whose.letters;
    case 'sign':
      return whose.sign;
    case 'manager':
    case 'carer':
      return whose.personId;
  }
}

async function rowsOf(trip: Trip, found: readonly StandingRow[]): Promise<PortfolioRow[]> {
  const workings = new Map(
    found.map(({ customerId, timeZone, businessHours, publicHolidays }) => [
      customerId,
      { timeZone, businessHours: customerHoursFrom(businessHours, publicHolidays) },
    ]),
  );
  const current = new Map(
    found.flatMap(row => {
      const transition = transitionOf(row);
      return transition ? [[row.customerId, transition] as const] : [];
    }),
  );
  const assessments = await assessMany(trip, [...current.values()], workings);
  return byRisk(
    found.map(row => {
      const transition = current.get(row.customerId) ?? null;
      const known = transition ? (assessments.get(transition.id) ?? null) : null;
      return rowOf(row, { transition, assessment: known }, trip.now);
    }),
  );
}

function transitionOf({ customerId, transition }: StandingRow): Transition | null {
  if (!transition) return null;
  const more = { customerId, key: '', heldReason: null, proposedAt: null };
  return transitionFrom({ ...transition, ...more });
}

/** A line has room for so many reasons; `why` has them all. */
const toldReasons = 2;

interface Judged {
  readonly transition: Transition | null;
  readonly assessment: Assessed | null;
}

function rowOf(row: StandingRow, { transition, assessment }: Judged, now: Date): PortfolioRow {
  const { customerId, name, advocateId, openPages, untakenSince, silentSince } = row;
  const { lateSteps, promisesDue, promisesOverdue } = row;
  const known = {
    customerId,
    name,
    advocateId,
    transitionId: transition?.id ?? null,
    transitionName: transition?.name ?? null,
    phase: transition?.phase ?? null,
    confidence: assessment?.confidence ?? null,
    trend: assessment?.trend ?? [],
    confidenceReasons: (assessment?.reasons ?? []).slice(0, toldReasons),
    openPages,
    untakenSince,
    staleSince: transition && staleSince(transition, row.newsAt, now),
    silentSince,
    lateSteps,
    promisesDue,
    promisesOverdue,
  };
  return { ...known, reasons: riskReasons(known, now) };
}

/** Since when a customer in its window has been without news, where that is too long. */
function staleSince(transition: Transition, newsAt: Date | null, now: Date): Date | null {
  if (!isWindowOpen(transition)) return null;
  const { phaseSince } = transition;
  const from = newsAt && newsAt > phaseSince ? newsAt : phaseSince;
  return since(from, now) > situationPolicy.staleAfterMilliseconds ? from : null;
}
