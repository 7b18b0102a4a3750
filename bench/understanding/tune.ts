import { intents } from '../../src/understanding/intent.ts';
import { offerShare, pageShare, type Tuning, urgeOf } from '../../src/understanding/model.ts';
import { softmax } from './learn.ts';
import type { Row } from './rows.ts';

/** A row with the raw scores of weights that have not seen it. */
export interface Judged {
  readonly row: Row;
  readonly scores: Float64Array;
}

/** A page must not cry wolf: at most this share of the others … */
const falsePages = 0.009;
/** … and a human is offered for at most this share of them. */
const falseOffers = 0.095;

/** Sharpness and thresholds, from rows nobody learned from: cross-validated ones and the practice set. */
export function tune(
  unseen: readonly Judged[],
  practised: readonly Judged[],
): Omit<Tuning, 'madeFrom' | 'scales'> {
  const all = [...unseen, ...practised];
  const sharpness = round(fitSharpness(all));
  const urgesBy = (share: number) =>
    new Map(all.map(each => [each, urgeOf([...each.scores], sharpness, share)]));
  const paging = urgesBy(pageShare);
  const offering = urgesBy(offerShare);
  const [urgentSharpness, urgentShift] = fitUrgency(all, paging);
  const thresholdFor = (urges: ReadonlyMap<Judged, number>, share: number) => {
    const at = [unseen, practised].map(judged => {
      const calm = judged
        .filter(({ row }) => !row.urgent)
        .map(each => ({
          isTrap: each.row.adversarial,
          urgency: sigmoid((urges.get(each) ?? 0) * urgentSharpness + urgentShift),
        }));
      return exceededBy(calm, share);
    });
    return round(at.reduce((sum, each) => sum + each, 0) / at.length);
  };
  return {
    sharpness,
    urgentSharpness: round(urgentSharpness),
    urgentShift: round(urgentShift),
    pageAt: thresholdFor(paging, falsePages),
    offerAt: thresholdFor(offering, falseOffers),
  };
}

interface Calm {
  readonly isTrap: boolean;
  readonly urgency: number;
}

/** The training is full of traps on purpose; among what people really write they are about this share. */
const trapShare = 0.25;

/** The urgency that this share of calm messages exceeds, with as many traps among them as in life. */
function exceededBy(calm: readonly Calm[], share: number): number {
  const traps = calm.filter(({ isTrap }) => isTrap).length;
  const worthOf = ({ isTrap }: Calm) =>
    isTrap ? trapShare / Math.max(1, traps) : (1 - trapShare) / Math.max(1, calm.length - traps);
  let above = 0;
  for (const each of [...calm].sort((a, b) => b.urgency - a.urgency)) {
    above += worthOf(each);
    if (above > share) return each.urgency;
  }
  return 1;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** Platt's scaling, by gradient descent. */
function fitUrgency(
  judged: readonly Judged[],
  urges: ReadonlyMap<Judged, number>,
): [number, number] {
  let [slope, shift] = [1, 0];
  for (let turn = 0; turn < 3_000; turn += 1) {
    let [bySlope, byShift] = [0, 0];
    for (const each of judged) {
      const urge = urges.get(each) ?? 0;
      const error = sigmoid(urge * slope + shift) - (each.row.urgent ? 1 : 0);
      bySlope += error * urge;
      byShift += error;
    }
    slope -= (0.2 * bySlope) / judged.length;
    shift -= (0.2 * byShift) / judged.length;
  }
  return [slope, shift];
}

/** The one number that makes the confidences most truthful (log-loss). */
function fitSharpness(judged: readonly Judged[]): number {
  const candidates = Array.from({ length: 40 }, (_, at) => 0.4 + at * 0.05);
  const lossOf = (sharpness: number) =>
    judged.reduce((sum, { row, scores }) => {
      const odds = Float64Array.from(
        scores.subarray(0, intents.length),
        score => score * sharpness,
      );
      softmax(odds);
      return sum - Math.log(Math.max(1e-9, odds[rowIntent(row)] ?? 0));
    }, 0);
  return candidates.reduce((best, each) => (lossOf(each) < lossOf(best) ? each : best));
}

function rowIntent({ intent }: Row): number {
  return intents.indexOf(intent);
}
