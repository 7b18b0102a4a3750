import type { Random } from '../shared/random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Chance that repeats: the same seed gives the same ids and numbers. Mulberry32, 32 bits of state; for stories, not for secrets. */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    id: () =>
      Array.from({ length: 20 }, () =>
        letters.charAt(Math.floor(fraction() * letters.length)),
      ).join(''),
  };
}
