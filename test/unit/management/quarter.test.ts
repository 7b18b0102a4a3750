import { expect, test } from '@jest/globals';
import { quarterAt, quarterBefore, readQuarter } from '../../../src/shared/quarter.ts';

const newYork = 'America/New_York';
const now = new Date('2026-05-12T15:00:00Z');

test.each([
  ['the last second of March, in New York', '2026-04-01T03:59:59Z', newYork, 'Q1 2026'],
  ['the first second of April, in New York', '2026-04-01T04:00:00Z', newYork, 'Q2 2026'],
  ['the same second in London', '2026-04-01T03:59:59Z', 'Europe/London', 'Q2 2026'],
])('a quarter is one of its reader’s calendar: %s', (_, at, zone, name) => {
  expect(quarterAt(new Date(at), zone).name).toBe(name);
});

test('a quarter begins and ends at local midnight, also where the clock changed in between', () => {
  const { from, until } = quarterBefore(quarterAt(now, newYork), newYork);
  expect(from).toEqual(new Date('2026-01-01T05:00:00Z'));
  expect(until).toEqual(new Date('2026-04-01T04:00:00Z'));
});

test.each([
  ['last quarter', 'Q1 2026'],
  ['what reached us this quarter?', 'Q2 2026'],
  ['Q4', 'Q4 2025'],
  ['q1 2025', 'Q1 2025'],
  ['', undefined],
])('"%s" names %s', (said, name) => {
  expect(readQuarter(said, now, newYork)?.name).toBe(name);
});
