import { expect, test } from '@jest/globals';
import { momentIn } from '../../../src/conversation/words/time-words.ts';

const hours = (words: string, now: string) => {
  const reading = { now: new Date(now), timeZone: 'America/New_York', defaultTime: '09:00' };
  const moment = momentIn(words, reading);
  return moment && (moment.at.getTime() - reading.now.getTime()) / 3_600_000;
};

test.each([
  ['an ordinary night', '2026-03-06T23:30:00-05:00'],
  ['the night the clocks go forward', '2026-03-08T01:30:00-05:00'],
  ['the night the clocks go back', '2026-11-01T00:30:00-04:00'],
])('"in 2 hours" is two hours from now in %s', (_, now) => {
  expect(hours('in 2 hours', now)).toBe(2);
});
test.each([
  ['before', '2026-03-07T23:50:00-05:00'],
  ['at', '2026-03-08T01:59:00-05:00'],
])('"in 30 minutes" %s the change is half an hour from now', (_, now) => {
  expect(hours('in 30 minutes', now)).toBe(0.5);
});
