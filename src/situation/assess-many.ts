import { z } from 'zod';
import { type Assessment, assess } from '../confidence/assessment.ts';
import { badDaysOf } from '../confidence/bad-days.ts';
import { type Calendar, calendarBetween, hoursUntil } from '../confidence/calendar.ts';
import { confidenceAt } from '../confidence/confidence.ts';
import { type Evidence, evidenceFrom } from '../confidence/evidence.ts';
import { type LearntFactors, listLearnt } from '../confidence/find-learnt.ts';
import type { Outlook } from '../confidence/outlook.ts';
import { confidencePolicy } from '../confidence/policy.ts';
import { standingsAt } from '../confidence/standing.ts';
import type { Working } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { day, plus } from '../shared/time.ts';
import { isWindowOpen, type Transition } from '../transitions/transition.ts';

const evidenceOfMany = statement(
  'evidence-of-many',
  `SELECT "customerId", "transitionId", kind, weight, at, note FROM evidence
   WHERE "customerId" = ANY ($1::text[]) AND at >= $2 ORDER BY at`,
  z.object({
    customerId: z.string(),
    transitionId: z.string().nullable(),
    kind: z.string(),
    weight: z.number(),
    at: z.date(),
    note: z.string(),
  }),
);

/** An assessment, and how confidence came there. */
export interface Assessed extends Assessment {
  /** Confidence over the last two weeks as it would have been worked out then, the oldest first. */
  readonly trend: readonly number[];
}

/**
 * The assessments of many transitions, by their id: one query, and one calendar for all customers that
 * work the same hours (laying out a calendar is what costs; a single assessment lays out its own).
 */
export async function assessMany(
  { tx, run, now }: Pick<Trip, 'tx' | 'run' | 'now'>,
  transitions: readonly Transition[],
  workings: ReadonlyMap<string, Working>,
): Promise<Map<string, Assessed>> {
  const customerIds = [...new Set(transitions.map(({ customerId }) => customerId))];
  const oldest = plus(now, -confidencePolicy.memoryDays * day);
  const rows = customerIds.length > 0 ? await run(evidenceOfMany, [customerIds, oldest]) : [];
  const evidence = new Map<string, (Evidence & { readonly transitionId: string | null })[]>();
  for (const row of rows) {
    const known = evidence.get(row.customerId) ?? [];
    known.push({ ...evidenceFrom(row), transitionId: row.transitionId });
    evidence.set(row.customerId, known);
  }
  const calendarOf = calendars(transitions, now);
  const learnt = await listLearnt(tx);
  return new Map(
    transitions.flatMap(transition => {
      const customer = workings.get(transition.customerId);
      if (!customer) return [];
      const own = (evidence.get(transition.customerId) ?? []).filter(
        one => one.transitionId === null || one.transitionId === transition.id,
      );
      const outlook = outlookOn(calendarOf(customer), transition, { now, learnt });
      const assessment = assess(outlook, { evidence: own, customer }, now);
      const trend = trendOf(outlook, own, now);
      return [[transition.id, { ...assessment, trend }] as const];
    }),
  );
}

const trendDays = [14, 12, 10, 8, 6, 4, 2, 0] as const;

function trendOf(outlook: Outlook, evidence: readonly Evidence[], now: Date): number[] {
  const moments = trendDays.map(days => plus(now, -days * day));
  return standingsAt(outlook, evidence, moments).map((standing, index) =>
    confidenceAt(outlook, standing, moments[index] ?? now),
  );
}

function outlookOn(
  calendar: Calendar,
  transition: Transition,
  { now, learnt }: { readonly now: Date; readonly learnt: LearntFactors },
): Outlook {
  const { kind, windowFrom, windowUntil } = transition;
  const isLive = isWindowOpen(transition);
  return {
    course: { kind, windowFrom, windowUntil, isLive, learnt: learnt.get(kind) ?? null },
    calendar,
    badDays: badDaysOf(kind, windowUntil, calendar),
    opens: hoursUntil(calendar, windowFrom),
    closes: hoursUntil(calendar, isLive && now > windowUntil ? now : windowUntil),
  };
}

/** One calendar for each set of working hours, from before the earliest window to after the latest. */
function calendars(transitions: readonly Transition[], now: Date): (working: Working) => Calendar {
  const oldest = now.getTime() - confidencePolicy.memoryDays * day;
  const starts = transitions.map(({ windowFrom }) => windowFrom.getTime());
  const ends = transitions.map(({ windowUntil }) => windowUntil.getTime());
  const from = new Date(Math.max(oldest, Math.min(now.getTime(), ...starts) - 14 * day));
  const until = new Date(Math.max(now.getTime(), ...ends) + 75 * day);
  const known = new Map<string, Calendar>();
  return ({ timeZone, businessHours }) => {
    const key = JSON.stringify([timeZone, businessHours]);
    const calendar = known.get(key) ?? calendarBetween(from, until, { timeZone, businessHours });
    known.set(key, calendar);
    return calendar;
  };
}
