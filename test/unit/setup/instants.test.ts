import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readInstant } from '../../../src/setup/values.ts';

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(n => String(n).padStart(2, '0'));

test('a moment read without Luxon is the moment Luxon reads, and no day that does not exist', () => {
  const offset = fc.oneof(
    fc.constant('Z'),
    fc.tuple(fc.constantFrom('+', '-'), two(0, 26), two(0, 70)).map(([s, h, m]) => `${s}${h}:${m}`),
  );
  const parts = fc.tuple(
    fc.integer({ min: 1998, max: 2102 }),
    two(0, 13),
    two(0, 32),
    two(0, 25),
    two(0, 61),
    two(0, 61),
    offset,
  );
  fc.assert(
    fc.property(parts, ([year, month, day, h, m, s, zone]) => {
      const text = `${year}-${month}-${day}T${h}:${m}:${s}${zone}`;
      const read = DateTime.fromISO(text, { setZone: true });
      const isInReach = read.isValid && read.year >= 2000 && read.year <= 2100;
      expect([text, readInstant(text)]).toEqual([text, isInReach ? read.toJSDate() : null]);
    }),
    { numRuns: 3_000 },
  );
});
