/** A share or a score with the interval in which it lies with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Two-sided 95 %. */
const z = 1.959963984540054;

/** Below so many answers nothing is said of how they change. */
export const fewest = 10;

/** A share with Wilson's score interval (Wilson 1927), which holds with few answers and near 0 and 1; null without any. */
export function shareOf(hits: number, count: number): Estimate | null {
  if (count === 0) return null;
  const share = hits / count;
  const spread = z * z;
  const centre = (share + spread / (2 * count)) / (1 + spread / count);
  const half =
    (z / (1 + spread / count)) *
    Math.sqrt((share * (1 - share)) / count + spread / (4 * count * count));
  return {
    value: share,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === count ? 1 : Math.min(1, centre + half),
    count,
  };
}

/** How many would recommend us (9 or 10), and how many would not (0 to 6). */
export interface Recommending {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Counts scores from 0 to 10. */
export function recommendingOf(scores: readonly number[]): Recommending {
  const promoters = scores.filter(score => score >= 9).length;
  const detractors = scores.filter(score => score <= 6).length;
  return { promoters, passives: scores.length - promoters - detractors, detractors };
}

/**
 * The net promoter score, from −100 to 100, with an interval; null without any answer. The interval is the bootstrap's, reckoned
 * exactly instead of drawn: the distribution of the net of so many answers, its shares smoothed by three answers
 * (¾, 1½, ¾: Rocks 2016), so that ten equal answers are not taken for certainty.
 */
export function netScoreOf(scores: readonly number[]): Estimate | null {
  const count = scores.length;
  if (count === 0) return null;
  const { promoters, passives, detractors } = recommendingOf(scores);
  const all = count + 3;
  const shares = [(detractors + 0.75) / all, (passives + 1.5) / all, (promoters + 0.75) / all];
  const nets = netDistribution(count, shares);
  const value = (100 * (promoters - detractors)) / count;
  const at = (quantile: number) => (100 * (quantileOf(nets, quantile) - count)) / count;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)), count };
}

/** How probable each net of `count` answers is, from −count to count: one answer after the other. */
function netDistribution(
  count: number,
  [down = 0, level = 0, up = 0]: readonly number[],
): number[] {
  let nets = [1];
  for (let answers = 0; answers < count; answers += 1) {
    const next = new Array<number>(nets.length + 2).fill(0);
    nets.forEach((chance, net) => {
      next[net] = (next[net] ?? 0) + chance * down;
      next[net + 1] = (next[net + 1] ?? 0) + chance * level;
      next[net + 2] = (next[net + 2] ?? 0) + chance * up;
    });
    nets = next;
  }
  return nets;
}

function quantileOf(chances: readonly number[], quantile: number): number {
  let sum = 0;
  const found = chances.findIndex(chance => {
    sum += chance;
    return sum >= quantile;
  });
  return found < 0 ? chances.length - 1 : found;
}

/** Whether a score changed from one stretch to the next. */
export type Trend = 'too-few' | 'up' | 'down' | 'unclear';

/** Up or down only where the interval of the difference (MOVER, Newcombe 1998) leaves out nothing having changed. */
export function trendOf(before: Estimate | null, after: Estimate | null): Trend {
  if (!before || !after || before.count < fewest || after.count < fewest) return 'too-few';
  const change = after.value - before.value;
  const low = change - Math.hypot(after.value - after.low, before.high - before.value);
  const high = change + Math.hypot(after.high - after.value, before.value - before.low);
  if (low > 0) return 'up';
  return high < 0 ? 'down' : 'unclear';
}
