import { hoursUntil } from './calendar.ts';
import type { Evidence } from './evidence.ts';
import { ageByStretch, type Outlook } from './outlook.ts';
import { confidencePolicy } from './policy.ts';
import { isSoonAfter, isVoiced } from './standing.ts';
import { type Stretch, stretches } from './stretch.ts';

/** What one sign of a customer tells: so many troubles in a time in which so many were expected in each stretch. */
interface Told {
  readonly troubles: number;
  readonly expected: readonly number[];
}

/** One transition, as far as a curve is learnt from it. */
export interface Lived {
  readonly told: readonly Told[];
  /** Troubles the stock curve expects of an average customer in each stretch. */
  readonly stock: readonly number[];
}

/** What was learnt of one stretch. */
export interface LearntStretch {
  readonly name: Stretch['name'];
  readonly seen: number;
  readonly expected: number;
  /** By how much the stock curve is multiplied there; 1 = as it is. */
  readonly factor: number;
  /** It differs by more than chance would. */
  readonly isFound: boolean;
}

/** What a vendor's own transitions of one kind have taught. */
export interface Learnt {
  readonly transitions: number;
  /** How bad they are altogether beside the stock curve; 1 unless it differs by more than chance would. */
  readonly level: number;
  readonly stretches: readonly LearntStretch[];
}

/** Reads from a customer's evidence what can be learnt: an answer tells of the time since the last one. */
export function livedBy(outlook: Outlook, evidence: readonly Evidence[], until: Date): Lived {
  const { kinds, tells, tellsAtMostHours } = confidencePolicy;
  const { typical } = kinds[outlook.course.kind];
  const scaled = (a: number, b: number): number[] =>
    ageByStretch(outlook, a, b).map(age => age * typical);
  const told: Told[] = [];
  let from = outlook.closes;
  let trouble: Date | null = null;
  for (const one of evidence) {
    const there = hoursUntil(outlook.calendar, one.at);
    if (there <= outlook.closes || one.at > until || tells[one.kind] !== 1) continue;
    const isSame: boolean = isVoiced(one) && trouble !== null && isSoonAfter(trouble, one.at);
    if (isVoiced(one) && !isSame) trouble = one.at;
    const expected = scaled(Math.max(from, there - tellsAtMostHours), there);
    told.push({ troubles: isSame ? 0 : one.weight, expected });
    from = there;
  }
  const end = Math.max(outlook.closes, hoursUntil(outlook.calendar, until));
  return { told, stock: scaled(outlook.closes, Math.max(end, outlook.closes + 200)) };
}

/**
 * Empirical Bayes: in each stretch the stock curve is a Gamma prior worth twenty transitions. The whole is moved only
 * where it differs by more than chance would, and nothing beyond bounds. Which stretch a trouble fell into is not known when
 * an answer speaks for several: it is shared out by expectation maximisation (Dempster, Laird, Rubin 1977).
 */
export function learn(lives: readonly Lived[]): Learnt {
  const { learning } = confidencePolicy;
  const told = lives.flatMap(life => life.told);
  const expected = stretches.map((_, index) => sum(told.map(one => one.expected[index] ?? 0)));
  const priors = stretches.map(
    (_, index) =>
      (learning.priorTransitions * sum(lives.map(one => one.stock[index] ?? 0))) /
      Math.max(1, lives.length),
  );
  const seen = sharedOut(told, { expected, priors });
  const level = levelOf(lives, { seen: sum(seen), expected: sum(expected), prior: sum(priors) });
  const ratio = sum(expected) > 0 ? sum(seen) / sum(expected) : 1;
  return {
    transitions: lives.length,
    level,
    stretches: stretches.map(({ name }, index) => {
      const counts = { seen: seen[index] ?? 0, expected: expected[index] ?? 0 };
      // Beside the vendor's own whole: what is the same in every stretch is the level's, and no bad day.
      const usual = counts.expected * ratio;
      const shape = posterior({ seen: counts.seen, expected: usual, prior: priors[index] ?? 0 });
      const isFound = Math.abs(surprise(counts.seen, usual)) >= learning.sureness;
      const factor = bounded(level * shape);
      return { name, ...counts, factor, isFound };
    }),
  };
}

interface Counts {
  readonly seen: number;
  readonly expected: number;
  readonly prior: number;
}

function posterior({ seen, expected, prior }: Counts): number {
  return prior + expected > 0 ? (prior + seen) / (prior + expected) : 1;
}

function bounded(factor: number): number {
  const { atMost } = confidencePolicy.learning;
  return Math.min(atMost, Math.max(1 / atMost, factor));
}

const rounds = 12;

function sharedOut(
  told: readonly Told[],
  {
    expected,
    priors,
  }: { readonly expected: readonly number[]; readonly priors: readonly number[] },
): number[] {
  const troubled = told.filter(({ troubles }) => troubles > 0);
  let factors = stretches.map(() => 1);
  let seen = stretches.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    seen = stretches.map(() => 0);
    for (const { troubles, expected: parts } of troubled) {
      const shares = parts.map((part, index) => part * (factors[index] ?? 1));
      const whole = sum(shares);
      if (whole === 0) continue;
      for (const [index, share] of shares.entries())
        seen[index] = (seen[index] ?? 0) + (troubles * share) / whole;
    }
    factors = stretches.map((_, index) =>
      posterior({
        seen: seen[index] ?? 0,
        expected: expected[index] ?? 0,
        prior: priors[index] ?? 0,
      }),
    );
  }
  return seen;
}

/** How far a count lies from what was expected, in standard deviations (Anscombe 1948), customers being as unlike as they are. */
function surprise(seen: number, expected: number): number {
  const { unlikeness } = confidencePolicy.learning;
  return (2 * (Math.sqrt(seen + 3 / 8) - Math.sqrt(expected + 3 / 8))) / Math.sqrt(unlikeness);
}

/** The whole is moved only where the customers differ from the stock curve by more than from one another. */
function levelOf(lives: readonly Lived[], counts: Counts): number {
  const { prior, learning } = confidencePolicy;
  const variance = sum(
    lives.map(({ told }) => {
      const expected = sum(told.map(one => sum(one.expected)));
      return expected + expected ** 2 / prior;
    }),
  );
  if (variance === 0) return 1;
  const away = Math.abs(counts.seen - counts.expected) / Math.sqrt(variance);
  return away >= learning.sureness ? bounded(posterior(counts)) : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
