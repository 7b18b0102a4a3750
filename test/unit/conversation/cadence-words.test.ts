import { describe, expect, test } from '@jest/globals';
import { readCadence } from '../../../src/conversation/words/cadence-words.ts';

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
