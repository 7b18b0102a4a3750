import { expect, test } from '@jest/globals';
import { netScoreOf, recommendingOf, shareOf, trendOf } from '../../../src/surveys/score.ts';

/** The same interval by another way: the shares at which the score test just fails, found by halving. */
function wilsonByHalving(hits: number, count: number): { low: number; high: number } {
  const share = hits / count;
  const z = 1.959963984540054;
  const isNear = (p: number) =>
    Math.abs(share - p) <= z * Math.sqrt(Math.max(0, (p * (1 - p)) / count));
  const halve = (near: number, far: number): number => {
    let [inside, outside] = [near, far];
    for (let step = 0; step < 100; step += 1) {
      const middle = (inside + outside) / 2;
      if (isNear(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  const nudge = Math.min(1 - 1e-9, Math.max(1e-9, share));
  return { low: halve(nudge, 0), high: halve(nudge, 1) };
}

/** Chance from a seed, the same in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The bootstrap as it is told: drawn, many times over, from the smoothed answers. */
function netByDrawing(scores: readonly number[]): { low: number; high: number } {
  const { promoters, detractors } = recommendingOf(scores);
  const count = scores.length;
  const chance = chances(count * 1_000 + promoters * 10 + detractors);
  const up = (promoters + 0.75) / (count + 3);
  const down = (detractors + 0.75) / (count + 3);
  const nets = Array.from({ length: 40_000 }, () => {
    let net = 0;
    for (let answer = 0; answer < count; answer += 1) {
      const drawn = chance();
      net += drawn < up ? 1 : drawn < up + down ? -1 : 0;
    }
    return (100 * net) / count;
  }).sort((a, b) => a - b);
  return { low: nets[999] ?? 0, high: nets[38_999] ?? 0 };
}

test.each([
  [0, 5],
  [5, 5],
  [3, 7],
  [18, 20],
  [61, 240],
])('a share of %i in %i has the interval the score test gives', (hits, count) => {
  const share = shareOf(hits, count);
  const other = wilsonByHalving(hits, count);
  expect(share?.low).toBeCloseTo(other.low, 6);
  expect(share?.high).toBeCloseTo(other.high, 6);
});

test.each([
  [[10, 9, 8, 7, 6, 3, 10, 9, 9, 2, 8, 10]],
  [Array.from({ length: 40 }, (_, n) => n % 11)],
  [[9, 9, 10]],
])('the interval of a net score is that of a drawn bootstrap, to one answer', scores => {
  const net = netScoreOf(scores);
  const drawn = netByDrawing(scores);
  const oneAnswer = 100 / scores.length + 1e-9;
  expect(Math.abs((net?.low ?? 0) - Math.min(drawn.low, net?.value ?? 0))).toBeLessThanOrEqual(
    oneAnswer,
  );
  expect(Math.abs((net?.high ?? 0) - Math.max(drawn.high, net?.value ?? 0))).toBeLessThanOrEqual(
    oneAnswer,
  );
});

test('ten equal answers are no certainty, and none at all are no score', () => {
  const net = netScoreOf(new Array<number>(10).fill(10));
  expect(net?.value).toBe(100);
  expect(net?.low).toBeLessThan(80);
  expect(netScoreOf([])).toBeNull();
  expect(shareOf(0, 0)).toBeNull();
});

test('a trend is said only where there are answers enough, and where they show one', () => {
  const net = (score: number, count: number) => netScoreOf(new Array<number>(count).fill(score));
  expect(trendOf(net(3, 9), net(10, 30))).toBe('too-few');
  expect(trendOf(net(3, 10), net(10, 10))).toBe('up');
  expect(trendOf(net(10, 10), net(3, 10))).toBe('down');
  expect(trendOf(net(8, 10), net(8, 10))).toBe('unclear');
});
