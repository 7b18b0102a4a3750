import { expect, test } from '@jest/globals';
import { readGivenWord } from '../../../src/conversation/words/given-word.ts';

/** Tuesday 10 March 2026, 10:00 in London. */
const here = { now: new Date('2026-03-10T10:00:00Z'), timeZone: 'Europe/London' };

test.each([
  ["I'll send the report by Friday", 'send the report', '2026-03-13T17:00:00.000Z'],
  ['Sure. I will call you back at 3pm.', 'call you back at 3pm', '2026-03-10T15:00:00.000Z'],
  [
    "We'll fix the label printer before Thursday",
    'fix the label printer',
    '2026-03-12T17:00:00.000Z',
  ],
  [
    'Ich schicke den Bericht bis Freitag',
    'Ich schicke den Bericht bis Freitag',
    '2026-03-13T17:00:00.000Z',
  ],
])('"%s" is a promise with its time', (words, text, by) => {
  const given = readGivenWord(words, here);
  expect(given).toMatchObject({ text, isGuessed: false });
  expect(given?.by.toISOString()).toBe(by);
});

test('a promise without a time is proposed for the end of the next day', () => {
  const given = readGivenWord('I promise to look into the totals', here);
  expect(given).toMatchObject({ text: 'look into the totals', isGuessed: true });
  expect(given?.by.toISOString()).toBe('2026-03-11T17:00:00.000Z');
});

test.each([
  "I'll try to send it by Friday",
  'Will you have it by Friday?',
  "I'll be out until Friday",
  "If it fails again I'll call by 3pm",
  'The bank will have sent it by Friday',
  "I won't manage it by Friday",
  "I'll have a look",
  'Thank you, see you on Friday',
])('"%s" is none', words => {
  expect(readGivenWord(words, here)).toBeNull();
});
