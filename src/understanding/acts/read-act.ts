import type { NamedPerson } from '../speech/speech.ts';
import { type Act, acts } from './act.ts';
import { actBucketCount, readForAct } from './act-features.ts';
import { actTuning } from './act-tuning.ts';
import { actWeights } from './act-weights.ts';

/** What somebody does with a message, and how sure we are of it, in [0, 1]. */
export interface ReadAct {
  readonly act: Act;
  readonly confidence: number;
  /** How likely each act is, in the order of `acts`; together 1. */
  readonly odds: readonly number[];
}

/** How sure we are, in [0, 1], that it is one of these. */
export function sureOfOne({ odds }: Pick<ReadAct, 'odds'>, of: readonly Act[]): number {
  return of.reduce((sum, act) => sum + (odds[acts.indexOf(act)] ?? 0), 0);
}

const unread: ReadAct = {
  act: 'other',
  confidence: 1,
  odds: acts.map(act => (act === 'other' ? 1 : 0)),
};

let unpacked: Int8Array | null = null;

/** One byte a weight: [bucket * acts + act]. Unpacked when first needed. */
function shippedWeights(): Int8Array {
  if (unpacked) return unpacked;
  const bytes = Buffer.from(actWeights, 'base64');
  if (bytes.length !== actBucketCount * acts.length)
    throw new Error('The weights of the acts do not fit this code. Run `npm run train`.');
  unpacked = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return unpacked;
}

/** What a message does. Pure: same text, same people, same answer. */
export function readAct(text: string, people: readonly NamedPerson[] = []): ReadAct {
  const { reading, features } = readForAct(text, people);
  if (reading.prepared.tokens.length === 0) return unread;
  const weights = shippedWeights();
  const scores = acts.map((_, column) => {
    const sum = features.reduce(
      (total, { bucket, strength }) =>
        total + strength * (weights[bucket * acts.length + column] ?? 0),
      0,
    );
    return (sum * (actTuning.scales[column] ?? 0) * actTuning.sharpness) / 127;
  });
  const top = Math.max(...scores);
  const powers = scores.map(score => Math.exp(score - top));
  const all = powers.reduce((total, power) => total + power, 0);
  const odds = powers.map(power => power / all);
  return { act: acts[scores.indexOf(top)] ?? 'other', confidence: 1 / all, odds };
}
