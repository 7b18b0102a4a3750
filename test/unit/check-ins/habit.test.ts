import { expect, test } from '@jest/globals';
import { usualTimeOf } from '../../../src/check-ins/cadence/habit.ts';
import { day, minute, plus } from '../../../src/shared/time.ts';

/** So many exchanges, each asked at this New York time and answered so many minutes later. */
function exchanges(count: number, asked: string, minutes: number) {
  const first = new Date(`2026-02-02T${asked}:00-05:00`);
  return Array.from({ length: count }, (_, index) => {
    const askedAt = plus(first, index * day);
    return { askedAt, answeredAt: plus(askedAt, minutes * minute) };
  });
}

test.each([
  ['no habit yet', exchanges(2, '10:00', 300), '10:00'],
  ['prompt answers change nothing', exchanges(5, '10:00', 25), '10:00'],
  ['89 minutes later is still the same time', exchanges(5, '10:00', 89), '10:00'],
  ['90 minutes later moves it there', exchanges(5, '10:00', 90), '11:30'],
  ['an afternoon person', exchanges(3, '10:00', 275), '14:30'],
  ['moved once, it stays', exchanges(5, '14:30', 10), '14:30'],
  ['never late in the day', exchanges(5, '10:00', 500), '15:30'],
])('%s', (_, known, expected) => {
  expect(usualTimeOf(known, 'America/New_York')).toBe(expected);
});
