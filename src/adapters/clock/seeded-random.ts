import type { Random } from '../../shared/random.ts';
import { idFrom } from './id.ts';

/**
 * Chance that repeats: the same seed gives the same sequence, so that a rehearsal's transcript does too.
 * Mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c); never for secrets.
 */
export function createSeededRandom(seed: number): Random {
  let state = seed | 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { fraction, id: () => idFrom(n => Math.floor(fraction() * n)) };
}
