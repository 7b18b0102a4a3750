import { expect, test } from '@jest/globals';
import { parseDuration, parseMoment, parseShift } from '../../../src/rehearsal/when.ts';
import { hour, minute } from '../../../src/shared/time.ts';

const frame = { from: new Date('2026-03-06T22:00:00Z'), timeZone: 'America/New_York' };

test.each([
  ['+65m', '2026-03-06T23:05:00.000Z'],
  ['+3h2m', '2026-03-07T01:02:00.000Z'],
  ['+5d', '2026-03-11T22:00:00.000Z'], // five times 24 hours, over the change of clocks
  ['+1w', '2026-03-13T22:00:00.000Z'],
  ['2026-03-08T10:00:00-04:00', '2026-03-08T14:00:00.000Z'],
  ['2026-03-06T18:00', '2026-03-06T23:00:00.000Z'],
  ['2026-03-09T18:00', '2026-03-09T22:00:00.000Z'],
])('%s is a moment', (text, instant) => {
  expect(parseMoment(text, frame)?.toISOString()).toBe(instant);
});

test.each(['', '65m', '+', '+5', '+5y', 'soon', '2026-03-06', '2026-13-06T18:00', '+9999d'])(
  '"%s" is no moment',
  text => {
    expect(parseMoment(text, frame)).toBeNull();
  },
);

test('durations and shifts', () => {
  expect(parseDuration('30m')).toBe(30 * minute);
  expect(parseShift('-1h')).toBe(-hour);
  expect(parseShift('1h')).toBeNull();
});
