import { describe, expect, test } from '@jest/globals';
import { isRhythm, readCadence } from '../../../src/conversation/words/cadence-words.ts';

describe('a manager says how often', () => {
  test.each([
    ['northwind daily', { targets: 'northwind', change: { rung: '1d' }, why: null }],
    [
      'northwind every 2 days because month-end is over',
      { targets: 'northwind', change: { rung: '2d' }, why: 'month-end is over' },
    ],
    ['northwind: weekly', { targets: 'northwind', change: { rung: '1w' }, why: null }],
    [
      'northwind, lakeside daily',
      { targets: 'northwind, lakeside', change: { rung: '1d' }, why: null },
    ],
    [
      'northwind between 1d and 1w',
      { targets: 'northwind', change: { boundMin: '1d', boundMax: '1w' }, why: null },
    ],
    ['all light', { targets: 'all', change: { closeness: 1.2 }, why: null }],
    ['go-live close', { targets: 'go-live', change: { closeness: 0.2 }, why: null }],
    ['northwind pinned', { targets: 'northwind', change: { pinned: true }, why: null }],
    [
      'northwind daily pinned',
      { targets: 'northwind', change: { rung: '1d', pinned: true }, why: null },
    ],
    ['northwind unpin', { targets: 'northwind', change: { pinned: false }, why: null }],
    ['daily', { targets: '', change: { rung: '1d' }, why: null }],
  ])('%s', (said, read) => {
    expect(readCadence(said)).toEqual(read);
  });

  test.each(['', 'northwind', 'northwind sometimes', 'northwind because I say so'])(
    'no change is in "%s"',
    said => {
      expect(readCadence(said)).toBeNull();
    },
  );
});

describe('a rhythm we do not keep becomes the nearest one, and is named for it', () => {
  test.each([
    ['northwind every 3 hours', { rung: '4h' }, 'nearest', 'every 3 hours'],
    ['every 45 minutes', { rung: '1h' }, 'nearest', 'every 45 minutes'],
    ['northwind every 5 days', { rung: '1w' }, 'nearest', 'every 5 days'],
    ['northwind every 3 weeks', { rung: '2w' }, 'nearest', 'every 3 weeks'],
    ['mon and thu 9:00', { rung: '2d' }, 'weekdays', 'mon and thu 9:00'],
    ['northwind every Monday', { rung: '1w' }, 'weekdays', 'every Monday'],
    ['hourly for tonight', { rung: '1h', pinned: false }, 'passing', 'hourly for tonight'],
  ])('%s', (typed, change, because, said) => {
    expect(readCadence(typed)).toMatchObject({ change, instead: { because, said } });
  });

  test.each(['tonight', 'northwind for tonight', 'sun shines'])('not "%s"', typed =>
    expect(readCadence(typed)).toBeNull(),
  );
});

describe('a rhythm said without its command is one', () => {
  test.each(['every 3 hours', 'northwind hourly for tonight', 'mon and thu 9:00', 'daily'])(
    '%s',
    text => expect(isRhythm(text)).toBe(true),
  );

  test.each([
    'friday 17:00',
    '30m',
    'in 2 hours',
    'I look at it every 2 days',
    'all is well and good',
  ])('not "%s"', text => expect(isRhythm(text)).toBe(false));
});
