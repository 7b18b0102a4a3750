import { customerHoursFrom } from '../customers/customer.ts';
import type { Trip } from '../shared/database.ts';
import { since } from '../shared/time.ts';
import { isWindowOpen, type Transition, transitionFrom } from '../transitions/transition.ts';
import { type Assessed, assessMany } from './assess-many.ts';
import { type PortfolioRow, riskReasons } from './portfolio.ts';
import type { StandingRow } from './portfolio-statement.ts';
import { situationPolicy } from './situation.ts';

/** What is shown of customers that were found, in the order they were found in: one or two statements, however many. */
export async function assessRows(
  trip: Trip,
  found: readonly StandingRow[],
): Promise<PortfolioRow[]> {
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
  return found.map(row => {
    const transition = current.get(row.customerId) ?? null;
    const known = transition ? (assessments.get(transition.id) ?? null) : null;
    return rowOf(row, { transition, assessment: known }, trip.now);
  });
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
