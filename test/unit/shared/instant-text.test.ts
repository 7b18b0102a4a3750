import { expect, test } from '@jest/globals';
import { writtenText } from '../../../src/delivery/plain-text.ts';
import { instantText, writtenPieces } from '../../../src/shared/instant-text.ts';

const at = new Date('2026-03-08T07:30:00Z');
const now = new Date('2026-03-08T06:00:00Z');

test.each([
  ['Europe/London', 'We promised: the report, by 07:30.'],
  // New York's clocks went forward half an hour before.
  ['America/New_York', 'We promised: the report, by 03:30.'],
  ['Asia/Tokyo', 'We promised: the report, by 16:30.'],
])('one stored fact is read in %s on its own clock', (timeZone, expected) => {
  const stored = `We promised: the report, by ${instantText(at)}.`;
  expect(writtenText(stored, { timeZone, now })).toBe(expected);
});

test('words without an instant stay as they are, empty ones too', () => {
  expect(writtenPieces('at ⟨noon⟩')).toEqual([{ words: 'at ⟨noon⟩' }]);
  expect(writtenPieces('')).toEqual([{ words: '' }]);
});
