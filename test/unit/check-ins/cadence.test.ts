import { expect, test } from '@jest/globals';
import { parseRung, rungs, rungWords } from '../../../src/check-ins/cadence/cadence.ts';

test.each([
  ['daily', '1d'],
  ['every day', '1d'],
  ['every morning', '1d'],
  ['Every 2 days', '2d'],
  ['every other day', '2d'],
  ['2d', '2d'],
  ['hourly', '1h'],
  ['every hour', '1h'],
  ['about every hour', '1h'],
  ['every half hour', '30m'],
  ['30 min', '30m'],
  ['every 2 hours', '2h'],
  ['4h', '4h'],
  ['weekly', '1w'],
  ['once a week', '1w'],
  ['every week.', '1w'],
  ['fortnightly', '2w'],
  ['every two weeks', '2w'],
  ['on request', 'on-request'],
])('"%s" means %s', (said, rung) => {
  expect(parseRung(said)).toBe(rung);
});

test.each(['', 'soon', 'every 3 days', 'dailyish', 'weekly northwind'])('"%s" is no rung', said => {
  expect(parseRung(said)).toBeNull();
});

test('what a rung is called is understood as that rung', () => {
  for (const rung of rungs) expect(parseRung(rungWords(rung))).toBe(rung);
});
