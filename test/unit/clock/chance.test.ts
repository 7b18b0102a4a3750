import { expect, test } from '@jest/globals';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';

const kinds = { crypto: createCryptoRandom, seeded: () => createSeededRandom(7) };

test.each(Object.entries(kinds))(
  '%s ids are 20 lower-case letters and digits, all different',
  (_, create) => {
    const random = create();
    const ids = Array.from({ length: 5_000 }, () => random.id());
    expect(ids.every(id => /^[a-z][a-z0-9]{19}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test.each(Object.entries(kinds))('%s fractions are spread over [0, 1)', (_, create) => {
  const random = create();
  const all = Array.from({ length: 10_000 }, () => random.fraction());
  expect(all.every(fraction => fraction >= 0 && fraction < 1)).toBe(true);
  const mean = all.reduce((sum, fraction) => sum + fraction, 0) / all.length;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
});

test('the same seed gives the same sequence, another seed another one', () => {
  const draw = (seed: number) => {
    const random = createSeededRandom(seed);
    return [random.id(), random.fraction(), random.id()];
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('the virtual clock stands still until it is moved, and hands out its own copies', () => {
  const clock = createVirtualClock(new Date('2026-03-06T17:00:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now()).toEqual(new Date('2026-03-06T17:00:00Z'));
  clock.moveTo(new Date('2026-03-06T18:00:00Z'));
  expect(clock.now()).toEqual(new Date('2026-03-06T18:00:00Z'));
});
