/** A row as the learner sees it: which buckets, how strongly, and what is right for each head. */
export interface Example {
  readonly buckets: Int32Array;
  readonly strengths: Float32Array;
  /** The right column of each head, counted from the head's first. */
  readonly labels: readonly number[];
  /** How much this row counts for each head. */
  readonly weights: readonly number[];
}

/** The columns of one question that a row answers. */
export interface Head {
  readonly from: number;
  readonly until: number;
}

export interface Course {
  readonly heads: readonly Head[];
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of certainty given to the other classes, so that one odd row does not decide. */
  readonly smoothing: number;
  readonly seed: number;
}

function columnsOf(heads: readonly Head[]): number {
  return Math.max(...heads.map(({ until }) => until));
}

/** Logistic regression of all heads at once, by AdaGrad; weights as [bucket * columns + column]. Same seed, same weights. */
export function learn(examples: readonly Example[], course: Course): Float32Array {
  const columns = columnsOf(course.heads);
  const weights = new Float32Array(course.buckets * columns);
  const seen = new Float32Array(course.buckets * columns).fill(1e-3);
  const order = examples.map((_, at) => at);
  const random = randomFrom(course.seed);
  for (let epoch = 0; epoch < course.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = course.rate * (1 - (0.9 * epoch) / course.epochs);
    for (const at of order) {
      const example = examples[at];
      if (example) step(example, { weights, seen, rate, course });
    }
  }
  return weights;
}

interface Step {
  readonly weights: Float32Array;
  readonly seen: Float32Array;
  readonly rate: number;
  readonly course: Course;
}

function step(example: Example, { weights, seen, rate, course }: Step): void {
  const errors = errorsOf(example, weights, course);
  const { buckets, strengths } = example;
  const columns = errors.length;
  for (let at = 0; at < buckets.length; at += 1) {
    const base = (buckets[at] ?? 0) * columns;
    const strength = strengths[at] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const weight = weights[base + column] ?? 0;
      const slope = (errors[column] ?? 0) * strength + course.decay * weight;
      const sum = (seen[base + column] ?? 0) + slope * slope;
      seen[base + column] = sum;
      weights[base + column] = weight - (rate * slope) / Math.sqrt(sum);
    }
  }
}

function errorsOf(
  example: Example,
  weights: Float32Array,
  { heads, smoothing }: Course,
): Float64Array {
  const errors = scoresOf(example, weights, columnsOf(heads));
  for (const [at, { from, until }] of heads.entries()) {
    const own = errors.subarray(from, until);
    softmax(own);
    for (let each = 0; each < own.length; each += 1) {
      const rest = smoothing / (own.length - 1);
      const target = each === example.labels[at] ? 1 - smoothing : rest;
      own[each] = ((own[each] ?? 0) - target) * (example.weights[at] ?? 1);
    }
  }
  return errors;
}

/** The raw score of each column. */
export function scoresOf(
  { buckets, strengths }: Pick<Example, 'buckets' | 'strengths'>,
  weights: Float32Array,
  columns: number,
): Float64Array {
  const scores = new Float64Array(columns);
  for (let at = 0; at < buckets.length; at += 1) {
    const base = (buckets[at] ?? 0) * columns;
    const strength = strengths[at] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      scores[column] = (scores[column] ?? 0) + strength * (weights[base + column] ?? 0);
    }
  }
  return scores;
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - top);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

/** Mulberry32: small, seeded, good enough to shuffle. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
