import type { Lived } from './lived.ts';
import { confidencePolicy } from './policy.ts';
import { shapeOf } from './shape.ts';
import { type Stretch, stretches } from './stretch.ts';

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

/**
 * Empirical Bayes: in each stretch the stock curve is a Gamma prior worth twenty transitions, which is left only as far as
 * the stretch is likely to differ at all. The whole is moved only where it differs by more than chance would, and
 * nothing beyond bounds.
 */
export function learn(lives: readonly Lived[]): Learnt {
  const { learning } = confidencePolicy;
  const priors = stretches.map(
    (_, index) =>
      (learning.priorTransitions * sum(lives.map(one => one.stock[index] ?? 0))) /
      Math.max(1, lives.length),
  );
  const { differences, troubles } = shapeOf(lives, priors);
  const level = levelOf(lives, { seen: troubles, prior: sum(priors) });
  return {
    transitions: lives.length,
    level,
    stretches: differences.map(({ name, seen, expected, factor, likelihood }) => ({
      name,
      seen,
      expected,
      factor: bounded(level * factor),
      isFound: likelihood >= learning.foundFrom,
    })),
  };
}

function bounded(factor: number): number {
  const { atMost } = confidencePolicy.learning;
  return Math.min(atMost, Math.max(1 / atMost, factor));
}

interface Whole {
  readonly seen: number;
  readonly prior: number;
}

/** The whole is moved only where the customers differ from the stock curve by more than from one another. */
function levelOf(lives: readonly Lived[], { seen, prior }: Whole): number {
  const each = lives.map(({ told }) => sum(told.map(one => sum(one.expected))));
  const variance = sum(each.map(expected => expected + expected ** 2 / confidencePolicy.prior));
  if (variance === 0) return 1;
  const expected = sum(each);
  const away = Math.abs(seen - expected) / Math.sqrt(variance);
  const isMoved = away >= confidencePolicy.learning.sureness;
  return isMoved ? bounded((prior + seen) / (prior + expected)) : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
