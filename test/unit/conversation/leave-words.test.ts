import { expect, test } from '@jest/globals';
import { isBack, readLeave } from '../../../src/conversation/words/leave-words.ts';

/** Friday 13 March 2026, 16:00 in London; the clocks change on the 29th. */
const here = { now: new Date('2026-03-13T16:00:00Z'), timeZone: 'Europe/London' };

test.each([
  ["I'm off for two weeks", '2026-03-13T16:00:00.000Z', '2026-03-27T09:00:00.000Z', null],
  [
    "I'm off for two weeks from Monday, Tom stands in",
    '2026-03-16T00:00:00.000Z',
    '2026-03-30T08:00:00.000Z',
    'Tom',
  ],
  [
    "I'm away from Monday until Thursday and Tom Adeyemi covers",
    '2026-03-16T09:00:00.000Z',
    '2026-03-19T09:00:00.000Z',
    'Tom Adeyemi',
  ],
  ["I'm on leave until 20 March", '2026-03-13T16:00:00.000Z', '2026-03-20T09:00:00.000Z', null],
])('"%s" is a leave', (words, from, until, standIn) => {
  const read = readLeave(words, here);
  expect(read?.from.toISOString()).toBe(from);
  expect(read?.until.toISOString()).toBe(until);
  expect(read?.standIn).toBe(standIn);
});

test.each([
  "I'm off, Tom takes over",
  "I'm away for an hour",
  "I'm off to bed until tomorrow at 7",
  'leave it',
])('"%s" is none', words => expect(readLeave(words, here)).toBeNull());

test('"I\'m back" ends it, "I\'m back to square one" does not', () => {
  expect(isBack("I'm back.")).toBe(true);
  expect(isBack("I'm back to square one")).toBe(false);
});
