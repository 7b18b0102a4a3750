import { day, minute, since } from '../shared/time.ts';
import type { Phase } from '../transitions/transition.ts';

/** One customer as a manager sees it. */
export interface PortfolioRow {
  readonly customerId: string;
  readonly name: string;
  readonly advocateId: string;
  readonly transitionId: string | null;
  readonly transitionName: string | null;
  readonly phase: Phase | null;
  /** Null while no transition is current. */
  readonly confidence: number | null;
  /** Confidence over the last two weeks, the oldest first; empty while no transition is current. */
  readonly trend: readonly number[];
  /** Why it is so, the most telling first. */
  readonly confidenceReasons: readonly string[];
  readonly openPages: number;
  /** The oldest page that nobody has taken; null when there is none. */
  readonly untakenSince: Date | null;
  /** In the window, since when there has been no news, when that is too long. */
  readonly staleSince: Date | null;
  /** Since when the customer has not answered and check-ins rest. */
  readonly silentSince: Date | null;
  readonly lateSteps: number;
  /** Owed within a day. */
  readonly promisesDue: number;
  readonly promisesOverdue: number;
  /** Why it stands where it stands, most pressing first. */
  readonly reasons: readonly string[];
}

/** What a page, silence or a late step weighs against lacking confidence (0 to 1). */
export const riskWeights = {
  untakenPage: 3,
  openPage: 2,
  stale: 1,
  overduePromise: 0.6,
  lateStep: 0.5,
  silent: 0.5,
  promiseDue: 0.2,
} as const;

/** How urgently a manager should look here: 0 is calm. */
export function riskOf(row: Omit<PortfolioRow, 'reasons'>): number {
  return (
    (row.confidence === null ? 0 : 1 - row.confidence) +
    (row.untakenSince ? riskWeights.untakenPage : 0) +
    (row.openPages > 0 ? riskWeights.openPage : 0) +
    (row.staleSince ? riskWeights.stale : 0) +
    (row.promisesOverdue > 0 ? riskWeights.overduePromise : 0) +
    (row.lateSteps > 0 ? riskWeights.lateStep : 0) +
    (row.silentSince ? riskWeights.silent : 0) +
    (row.promisesDue > 0 ? riskWeights.promiseDue : 0)
  );
}

/** The customer to look at first on top; equals by name. */
export function byRisk(rows: readonly PortfolioRow[]): PortfolioRow[] {
  return [...rows].sort((a, b) => riskOf(b) - riskOf(a) || a.name.localeCompare(b.name));
}

/** Below this nobody is calm, whatever else is quiet. */
const shakyConfidence = 0.35;

/** What makes a customer urgent, in a few words each. */
export function riskReasons(row: Omit<PortfolioRow, 'reasons'>, now: Date): string[] {
  const { untakenSince, openPages, staleSince, silentSince, confidence } = row;
  const owned = openPages > 0 && !untakenSince;
  const reasons = [
    ...(untakenSince ? [`page open for ${ageWords(untakenSince, now)}, nobody has it`] : []),
    ...(owned ? [openPages === 1 ? 'page open, somebody has it' : `${openPages} pages open`] : []),
    ...(staleSince ? [`no news for ${ageWords(staleSince, now)}`] : []),
    ...(row.promisesOverdue > 0 ? [counted(row.promisesOverdue, 'promise', 'overdue')] : []),
    ...(row.lateSteps > 0 ? [counted(row.lateSteps, 'step', 'late')] : []),
    ...(silentSince ? [`silent for ${ageWords(silentSince, now)}`] : []),
    ...(row.promisesDue > 0 ? [counted(row.promisesDue, 'promise', 'due within a day')] : []),
  ];
  const isShaky = confidence !== null && confidence < shakyConfidence;
  return reasons.length === 0 && isShaky ? ['confidence is low'] : reasons;
}

function counted(count: number, what: string, how: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'} ${how}`;
}

function ageWords(from: Date, now: Date): string {
  const age = since(from, now);
  if (age < 60 * minute) return `${Math.max(1, Math.round(age / minute))} min`;
  if (age < 2 * day) return `${Math.round(age / (60 * minute))} h`;
  return `${Math.round(age / day)} days`;
}
