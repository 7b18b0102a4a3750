import { hour, since } from '../shared/time.ts';
import { hoursUntil } from './calendar.ts';
import type { Evidence } from './evidence.ts';
import { ageBetween, meanAge, type Outlook } from './outlook.ts';
import { confidencePolicy } from './policy.ts';

/** What is known of a customer's own factor: troubles seen among troubles expected, both faded by age. */
export interface Standing {
  readonly seen: number;
  readonly expected: number;
}

/** Folds evidence, in any order, into seen and expected troubles as they count at `at`. */
export function standingAt(outlook: Outlook, evidence: readonly Evidence[], at: Date): Standing {
  const { tells, halfLifeHours } = confidencePolicy;
  const here = hoursUntil(outlook.calendar, at);
  const fade = (hours: number): number => 2 ** (-Math.max(0, here - hours) / halfLifeHours);
  let seen = 0;
  let expected = 0;
  let told: number | null = null;
  let trouble: Date | null = null;
  for (const one of inOrder(evidence, at)) {
    const there = hoursUntil(outlook.calendar, one.at);
    const isSame: boolean = isVoiced(one) && trouble !== null && isSoonAfter(trouble, one.at);
    if (!isSame) seen += one.weight * fade(there);
    if (isVoiced(one) && !isSame) trouble = one.at;
    const share = tells[one.kind];
    if (share === null) continue;
    const from = toldFrom(outlook, told, there);
    expected += share * expectedBetween(outlook, from, there, fade);
    told = there;
  }
  return { seen, expected };
}

function inOrder(evidence: readonly Evidence[], at: Date): Evidence[] {
  return evidence.filter(one => one.at <= at).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Trouble as the customer itself tells it. */
function isVoiced({ kind }: Evidence): boolean {
  return kind === 'worried' || kind === 'complaint' || kind === 'page';
}

function isSoonAfter(first: Date, later: Date): boolean {
  return since(first, later) < confidencePolicy.sameTroubleHours * hour;
}

/** Where the time begins that a sign speaks for. */
function toldFrom({ opens }: Outlook, told: number | null, there: number): number {
  const { tellsAtMostHours, firstTellsHours } = confidencePolicy;
  const earliest = Math.max(0, there - tellsAtMostHours);
  if (told !== null) return Math.max(told, earliest);
  return there > opens ? Math.max(opens, earliest) : Math.max(0, there - firstTellsHours);
}

const stepHours = 8;

function expectedBetween(
  outlook: Outlook,
  from: number,
  until: number,
  fade: (hours: number) => number,
): number {
  const { typical } = confidencePolicy.kinds[outlook.course.kind];
  let total = 0;
  for (let a = from; a < until; a += stepHours) {
    const b = Math.min(until, a + stepHours);
    total += typical * ageBetween(outlook, a, b) * fade((a + b) / 2);
  }
  return total;
}

/** The Gamma–Poisson posterior of the customer's factor: mean and prudent value (mean + 0.84 sd). */
export function factorOf({ seen, expected }: Standing): { mean: number; prudent: number } {
  const { prior, prudence } = confidencePolicy;
  const mean = (prior + seen) / (prior + expected);
  const sd = Math.sqrt(prior + seen) / (prior + expected);
  return { mean, prudent: mean + prudence * sd };
}

/** Troubles per business hour to expect over the next `hours`, at this factor. */
export function rateAt(
  outlook: Outlook,
  at: Date,
  { factor, hours }: { readonly factor: number; readonly hours: number },
): number {
  return confidencePolicy.kinds[outlook.course.kind].typical * meanAge(outlook, at, hours) * factor;
}

/**
 * Troubles per business hour as cadence sees them: over the next two working days, at the mean factor.
 * Before the window it looks no further than the window, whose own rung holds from then on.
 */
export function cadenceRate(outlook: Outlook, at: Date, factor: number): number {
  const { kinds, nearHours } = confidencePolicy;
  const { typical, age } = kinds[outlook.course.kind];
  if (at < outlook.course.windowFrom) return typical * age.floor * factor;
  return rateAt(outlook, at, { factor, hours: nearHours });
}

/** The probability that the coming working week passes without trouble, at the prudent rate. */
export function confidenceAt(outlook: Outlook, standing: Standing, at: Date): number {
  const { horizonHours } = confidencePolicy;
  const factor = factorOf(standing).prudent;
  return Math.exp(-horizonHours * rateAt(outlook, at, { factor, hours: horizonHours }));
}
