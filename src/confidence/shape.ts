import type { Lived, Told } from './lived.ts';
import { confidencePolicy } from './policy.ts';
import { type Stretch, stretches } from './stretch.ts';

/** How one stretch of age differs from the stock curve. */
export interface Difference {
  readonly name: Stretch['name'];
  /** Troubles told, shared out where an answer speaks for several stretches. */
  readonly seen: number;
  /** Troubles the stock curve expects of just these customers. */
  readonly expected: number;
  /** By how much the stock curve is multiplied: as far as the stretch is likely to differ at all. */
  readonly factor: number;
  /** The probability that it differs. */
  readonly likelihood: number;
}

/** How a vendor's transitions differ from the stock curve, and how many troubles there were altogether. */
export interface Shape {
  readonly differences: readonly Difference[];
  readonly troubles: number;
}

/** Who these customers are beside an average one, and what is held of each stretch so far. */
interface Held {
  readonly scales: readonly number[];
  readonly factors: readonly number[];
}

const rounds = 3;

/**
 * In each stretch either the stock curve holds, or it does not, and then by a Gamma factor of this weight; stretch by
 * stretch while what is held of the others stays. Each customer is as rough as its own troubles say, so that one
 * rough customer makes no bad day; and an answer that tells of trouble tells only of the first.
 */
export function shapeOf(lives: readonly Lived[], weights: readonly number[]): Shape {
  let factors = stretches.map(() => 1);
  let scales = lives.map(() => 1);
  let differences: Difference[] = [];
  for (let round = 0; round < rounds; round += 1) {
    scales = scalesOf(lives, { scales, factors });
    differences = [];
    for (const [index, { name }] of stretches.entries()) {
      const view = viewOf(lives, { scales, factors }, index);
      const difference = { name, ...differenceOf(view, weights[index] ?? 0) };
      differences.push(difference);
      factors = factors.with(index, difference.factor);
    }
  }
  const troubles = lives.map((life, index) => troublesOf(life, scales[index] ?? 1, factors));
  return { differences, troubles: sum(troubles) };
}

/** How rough each customer is: its own troubles against those expected, drawn towards the vendor's whole. */
function scalesOf(lives: readonly Lived[], { scales, factors }: Held): number[] {
  const { prior } = confidencePolicy;
  const counts = lives.map((life, index) => ({
    seen: troublesOf(life, scales[index] ?? 1, factors),
    expected: sum(life.told.map(one => expectedIn(one, factors))),
  }));
  const seen = sum(counts.map(count => count.seen));
  const expected = sum(counts.map(count => count.expected));
  const whole = seen > 0 && expected > 0 ? seen / expected : 1;
  return counts.map(count => (prior + count.seen) / (prior / whole + count.expected));
}

/** Troubles there were, counting those that would have come behind one that nobody knew of yet. */
function troublesOf({ told }: Lived, scale: number, factors: readonly number[]): number {
  return sum(
    told.map(one => {
      const rate = scale * expectedIn(one, factors);
      return one.troubles > 0 && rate > 0 ? (one.troubles * rate) / -Math.expm1(-rate) : 0;
    }),
  );
}

function expectedIn({ expected }: Told, factors: readonly number[]): number {
  return sum(expected.map((part, index) => part * (factors[index] ?? 1)));
}

/** All that was told of one stretch. */
interface View {
  /** The answers that told of trouble: how much in this stretch, by the stock curve, and how much in the others. */
  readonly troubled: readonly {
    readonly troubles: number;
    readonly own: number;
    readonly rest: number;
  }[];
  /** Expected in this stretch where all was well. */
  readonly calm: number;
  readonly expected: number;
  readonly seen: number;
}

function viewOf(lives: readonly Lived[], { scales, factors }: Held, index: number): View {
  const all = lives.flatMap(({ told }, nth) => {
    const scale = scales[nth] ?? 1;
    return told.map(one => {
      const own = scale * (one.expected[index] ?? 0);
      const held = own * (factors[index] ?? 1);
      return { troubles: one.troubles, own, held, one, scale };
    });
  });
  const touching = all.filter(({ own }) => own > 0);
  const troubled = touching
    .filter(({ troubles }) => troubles > 0)
    .map(({ troubles, own, held, one, scale }) => {
      const rest = Math.max(0, scale * expectedIn(one, factors) - held);
      return { troubles, own, rest, share: held / (held + rest) };
    });
  return {
    troubled,
    calm: sum(touching.map(({ troubles, own }) => (1 - troubles) * own)),
    expected: sum(touching.map(({ own }) => own)),
    seen: sum(troubled.map(({ troubles, share }) => troubles * share)),
  };
}

const { atMost } = confidencePolicy.learning;
/** The factors that are weighed, evenly spaced by their logarithm; wider than what is moved, for the level comes to it. */
const choices = Array.from({ length: 25 }, (_, index) => atMost ** ((index - 12) / 6));

function differenceOf(view: View, weight: number): Omit<Difference, 'name'> {
  const { differs } = confidencePolicy.learning;
  const { seen, expected } = view;
  if (expected === 0) return { seen, expected, likelihood: differs, factor: 1 };
  const before = normalised(choices.map(factor => Math.exp(weight * (Math.log(factor) - factor))));
  const stock = evidenceFor(view, 1);
  const after = choices.map((factor, index) => {
    return (before[index] ?? 0) * Math.exp(evidenceFor(view, factor) - stock);
  });
  const odds = differs * sum(after);
  const likelihood = odds / (odds + 1 - differs);
  const moved = meanBy(normalised(after)) - meanBy(before);
  return { seen, expected, likelihood, factor: 1 + likelihood * moved };
}

/** The logarithm of how likely it is that just this was told, if the stretch is so many times as bad. */
function evidenceFor({ troubled, calm }: View, factor: number): number {
  const told = troubled.map(
    ({ troubles, own, rest }) => troubles * Math.log(-Math.expm1(-(own * factor + rest))),
  );
  return sum(told) - calm * factor;
}

function meanBy(shares: readonly number[]): number {
  return sum(shares.map((share, index) => share * (choices[index] ?? 1)));
}

function normalised(weights: readonly number[]): number[] {
  const whole = sum(weights);
  return weights.map(weight => weight / whole);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
