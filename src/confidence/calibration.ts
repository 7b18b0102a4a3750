import { day, plus } from '../shared/time.ts';
import { confidenceAt } from './confidence.ts';
import type { Evidence } from './evidence.ts';
import type { Outlook } from './outlook.ts';
import { standingAt } from './standing.ts';

/** One week after a window: with which confidence it was said to pass quietly, and whether it did. */
export interface Week {
  readonly said: number;
  readonly isQuiet: boolean;
}

/** The whole weeks of a transition that have passed, judged by what was known as each began. */
export function weeksOf(outlook: Outlook, evidence: readonly Evidence[], until: Date): Week[] {
  const weeks: Week[] = [];
  let from = outlook.course.windowUntil;
  for (let end = plus(from, 7 * day); end <= until; end = plus(end, 7 * day)) {
    const said = confidenceAt(outlook, standingAt(outlook, evidence, from), from);
    const begin = from;
    const isQuiet = !evidence.some(({ at, weight }) => at > begin && at <= end && weight >= 1);
    weeks.push({ said, isQuiet });
    from = end;
  }
  return weeks;
}

/** Of the weeks said to pass quietly with about that confidence, how many did. */
export interface Calibrated {
  readonly from: number;
  readonly until: number;
  readonly weeks: number;
  /** What was said on average. */
  readonly said: number;
  readonly quiet: number;
  /** Where the true share lies with 90 % (Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

const bounds = [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Gathers weeks by what was said of them; stretches without a week are left out. */
export function calibrated(weeks: readonly Week[]): Calibrated[] {
  return bounds.slice(0, -1).flatMap((from, index) => {
    const until = bounds[index + 1] ?? 1;
    const here = weeks.filter(({ said }) => said >= from && (said < until || until === 1));
    if (here.length === 0) return [];
    const said = here.reduce((sum, week) => sum + week.said, 0) / here.length;
    const quiet = here.filter(({ isQuiet }) => isQuiet).length;
    return [{ from, until, weeks: here.length, said, quiet, ...wilson(quiet, here.length) }];
  });
}

function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  const z = 1.645;
  const share = count / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach =
    (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** The calibration as lines of text. */
export function calibrationLines(rows: readonly Calibrated[]): string[] {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  if (rows.length === 0) return ['No week has passed yet since a window closed.'];
  return [
    'said to pass quietly   weeks   said on average   did   (true share, 90 %)',
    ...rows.map(({ from, until, weeks, said, quiet, low, high }) =>
      [
        `${percent(from)} to ${percent(until)}`.padEnd(23),
        String(weeks).padEnd(8),
        percent(said).padEnd(18),
        percent(quiet / weeks).padEnd(6),
        `(${percent(low)} to ${percent(high)})`,
      ].join(''),
    ),
  ];
}
