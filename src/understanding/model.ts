import { bucketCount, type Feature } from './features.ts';
import { type Intent, intents, type Sentiment } from './intent.ts';

const urgentFrom = intents.length;
const moodFrom = urgentFrom + 2;

/** The columns of the weights: the intents, not urgent and urgent, three sentiments. */
export const heads = [
  { name: 'intent', from: 0, until: urgentFrom },
  { name: 'urgent', from: urgentFrom, until: moodFrom },
  { name: 'sentiment', from: moodFrom, until: moodFrom + 3 },
] as const;

export const columnCount = moodFrom + 3;

/** The column that speaks for "urgent". */
export const urgentColumn = moodFrom - 1;

/** What the training found besides the weights; `bench/understanding/train.ts` writes it. */
export interface Tuning {
  /** Hash of the data, the concepts and the code the weights were made from. */
  readonly madeFrom: string;
  /** Largest weight of each column; a stored weight of 127 means this. */
  readonly scales: readonly number[];
  /** Scores are multiplied by this, so that a confidence of 0.8 is right eight times in ten. */
  readonly sharpness: number;
  readonly urgentSharpness: number;
  readonly urgentShift: number;
  /** A person is paged from this probability of urgency on. */
  readonly pageAt: number;
  /** A person is offered from this one on. */
  readonly offerAt: number;
}

/** Learned weights, one byte each: [bucket * columns + column]. */
export interface Model {
  readonly tuning: Tuning;
  readonly weights: Int8Array;
}

export interface Scores {
  readonly intent: Intent;
  /** Probability of each intent, in the order of `intents`. */
  readonly intentOdds: readonly number[];
  /** Probability that somebody must come now. */
  readonly urgency: number;
  /** The same, leaning less on whether it reads like a call for help: decides about an offer. */
  readonly unease: number;
  readonly sentiment: Sentiment;
}

/** Unpacks weights as they are shipped. Throws when they are not of this code's shape. */
export function modelFrom(tuning: Tuning, packed: string): Model {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== bucketCount * columnCount) {
    throw new Error('The weights do not fit this code. Run `npm run train`.');
  }
  return { tuning, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** Scores what was noticed. Pure. */
export function scoreFeatures(model: Model, features: readonly Feature[]): Scores {
  const raw = rawScores(model, features);
  const { sharpness, urgentSharpness, urgentShift } = model.tuning;
  const intentOdds = odds(raw.slice(0, urgentFrom), sharpness);
  const best = intentOdds.indexOf(Math.max(...intentOdds));
  const moods = raw.slice(moodFrom, columnCount);
  const likely = (urge: number) => 1 / (1 + Math.exp(-(urge * urgentSharpness + urgentShift)));
  return {
    intent: intents[best] ?? 'other',
    intentOdds,
    urgency: likely(urgeOf(raw, sharpness, pageShare)),
    unease: likely(urgeOf(raw, sharpness, offerShare)),
    sentiment: (moods.indexOf(Math.max(...moods)) - 1) as Sentiment,
  };
}

/**
 * How much "this is a call for help" counts beside the head of urgency. Together they err less at the top,
 * where somebody is woken; an offer must also reach those who do not ask for help (cross-validation and practice).
 */
export const pageShare = 0.5;
export const offerShare = 0.125;

/** The raw score of urgency: what its own head says, and how sure it is that help is asked for at all. */
export function urgeOf(raw: readonly number[], sharpness: number, helpShare: number): number {
  const help = odds(raw.slice(0, urgentFrom), sharpness)[intents.indexOf('help')] ?? 0;
  const own = (raw[urgentColumn] ?? 0) - (raw[urgentColumn - 1] ?? 0);
  return own + helpShare * Math.log(Math.max(help, 1e-4));
}

function rawScores({ weights, tuning }: Model, features: readonly Feature[]): number[] {
  const sums = new Float64Array(columnCount);
  for (const { bucket, strength } of features) {
    const base = bucket * columnCount;
    for (let column = 0; column < columnCount; column += 1) {
      sums[column] = (sums[column] ?? 0) + strength * (weights[base + column] ?? 0);
    }
  }
  return [...sums].map((sum, column) => (sum * (tuning.scales[column] ?? 0)) / 127);
}

function odds(scores: readonly number[], sharpness: number): number[] {
  const top = Math.max(...scores);
  const powers = scores.map(score => Math.exp((score - top) * sharpness));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map(power => power / sum);
}

/** How much a feature speaks for this column rather than for the others of its head. */
export function pullOf({ weights, tuning }: Model, feature: Feature, column: number): number {
  const head = heads.find(({ from, until }) => column >= from && column < until) ?? heads[0];
  const base = feature.bucket * columnCount;
  const valueAt = (at: number) => ((weights[base + at] ?? 0) * (tuning.scales[at] ?? 0)) / 127;
  let others = 0;
  for (let at = head.from; at < head.until; at += 1) others += valueAt(at);
  return feature.strength * (valueAt(column) - others / (head.until - head.from));
}
