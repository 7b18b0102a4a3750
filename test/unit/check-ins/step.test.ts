import { describe, expect, test } from '@jest/globals';
import { type Rung, rungs } from '../../../src/check-ins/cadence/cadence.ts';
import {
  boundsOf,
  entryRung,
  idealHours,
  nearestRung,
  nextRung,
  permittedRung,
} from '../../../src/check-ins/cadence/step.ts';
import type { Phase } from '../../../src/transitions/transition.ts';

const free = {
  rung: '1d' as Rung,
  boundMin: null as Rung | null,
  boundMax: null as Rung | null,
  notQuicker: null as Rung | null,
  notSlower: null as Rung | null,
  closeness: 0.5,
  pinned: false,
  pinnedRung: null as Rung | null,
};

/** The rate whose ideal interval at normal closeness is so many business hours. */
const rateFor = (hours: number): number => 1 / hours ** 2;

describe('the interval snaps to the nearest rung on a logarithmic scale', () => {
  const between = Math.sqrt(8 * 16);
  test.each([
    ['just before the middle', between - 0.01, '1d'],
    ['just after the middle', between + 0.01, '2d'],
    ['on a rung', 40, '1w'],
    ['below the ladder', 0.01, '30m'],
    ['above the ladder', 1_000, '2w'],
  ])('%s', (_, hours, rung) => {
    expect(nearestRung(hours)).toBe(rung);
  });

  test('the ideal interval is the square root of twice the closeness over the rate', () => {
    expect(idealHours(0.02, 0.5)).toBeCloseTo(Math.sqrt(50));
    expect(idealHours(0.02, 0.2)).toBeLessThan(idealHours(0.02, 1.2));
  });
});

describe('bounds', () => {
  test.each([
    ['preparing', '1d', '1w'],
    ['live', '30m', '4h'],
    ['settling', '4h', '2d'],
    ['steady', '1d', '2w'],
  ] as [Phase, Rung, Rung][])('%s moves from %s to %s', (phase, min, max) => {
    expect(boundsOf(free, phase)).toEqual({ min, max });
  });

  test("a manager's bounds go before the phase's", () => {
    const bounds = boundsOf({ boundMin: '1d', boundMax: '1w' }, 'settling');
    expect(bounds).toEqual({ min: '1d', max: '1w' });
  });

  test("a manager's widest rung closer than the phase's closest moves both", () => {
    expect(boundsOf({ boundMin: null, boundMax: '4h' }, 'steady')).toEqual({
      min: '4h',
      max: '4h',
    });
  });

  test('bounds in days do not hold in the window, nor bounds in hours outside it', () => {
    expect(boundsOf({ boundMin: '1d', boundMax: '1w' }, 'live')).toEqual({ min: '30m', max: '4h' });
    expect(boundsOf({ boundMin: '1h', boundMax: '2h' }, 'live')).toEqual({ min: '1h', max: '2h' });
    expect(boundsOf({ boundMin: '1h', boundMax: '2h' }, 'settling')).toEqual({
      min: '4h',
      max: '2d',
    });
  });

  test('what the customer asked for goes before bounds', () => {
    expect(permittedRung('1d', { ...free, boundMax: '1d', notQuicker: '1w' }, 'settling')).toBe(
      '1w',
    );
    expect(permittedRung('2w', { ...free, notSlower: '1d' }, 'steady')).toBe('1d');
  });

  test('who asked for less before the window is asked every two hours in it, not every hour', () => {
    expect(permittedRung('1h', { ...free, notQuicker: '1w' }, 'live')).toBe('2h');
  });

  test('who asked for more in the window is not asked every half hour after it', () => {
    expect(permittedRung('1d', { ...free, notSlower: '30m' }, 'settling')).toBe('1d');
  });
});

describe('steps', () => {
  const settling = (rung: Rung, hours: number) => ({
    cadence: { ...free, rung },
    phase: 'settling' as const,
    rate: rateFor(hours),
  });
  const steady = (rung: Rung, hours: number) => ({
    ...settling(rung, hours),
    phase: 'steady' as const,
  });

  test('slower by one rung only, however calm it is', () => {
    expect(nextRung(steady('1d', 80), 'answered')).toBe('2d');
  });

  test('slower only right after an answer: not by time, not after a worry', () => {
    expect(nextRung(steady('1d', 80), 'time')).toBe('1d');
    expect(nextRung(steady('1d', 80), 'worried')).toBe('1d');
  });

  test('quicker at once, by as many rungs as it takes', () => {
    expect(nextRung(steady('2w', 8), 'time')).toBe('1d');
  });

  test('a worry brings weekly check-ins back to daily at once, whatever the model would ask', () => {
    expect(nextRung(steady('1w', 40), 'worried')).toBe('1d');
    expect(nextRung(steady('2w', 80), 'worried')).toBe('1d');
  });

  test('no step outwards while an expected bad spell goes on', () => {
    expect(nextRung({ ...steady('1d', 80), isUnsettled: true }, 'answered')).toBe('1d');
  });

  test('not beyond the bounds of the phase', () => {
    expect(nextRung(settling('2d', 80), 'answered')).toBe('2d');
  });

  test('the model by itself never asks more than once a day, outside the window', () => {
    expect(nextRung(settling('1d', 0.5), 'time')).toBe('1d');
  });

  test('a held rung moves for nothing', () => {
    const held = {
      ...steady('1w', 8),
      cadence: { ...free, rung: '1w' as Rung, pinned: true, pinnedRung: '1w' as Rung },
    };
    for (const occasion of ['answered', 'worried', 'time'] as const) {
      expect(nextRung(held, occasion)).toBe('1w');
    }
  });

  test('in the window: every hour, every half hour after a worry, and back after a good answer', () => {
    const window = (rung: Rung) => ({
      cadence: { ...free, rung },
      phase: 'live' as const,
      rate: 0.03,
    });
    expect(nextRung(window('1h'), 'answered')).toBe('1h');
    expect(nextRung(window('1h'), 'worried')).toBe('30m');
    expect(nextRung(window('30m'), 'time')).toBe('30m');
    expect(nextRung(window('30m'), 'answered')).toBe('1h');
  });

  test('whatever happens, the next rung is on the ladder and within bounds', () => {
    for (const rung of rungs.slice(0, -1)) {
      for (const hours of [0.1, 1, 8, 12, 40, 200]) {
        const next = nextRung(settling(rung, hours), 'time');
        expect(['1d', '2d', rung]).toContain(next);
      }
    }
  });
});

describe('the rung a phase begins with', () => {
  test.each([
    ['preparing', null, '2w', '2d'],
    ['live', 'preparing', '2d', '1h'],
    ['settling', 'live', '30m', '1d'],
    ['steady', 'settling', '2d', '2d'],
    ['steady', null, '2d', '1w'],
  ] as [Phase, Phase | null, Rung, Rung][])(
    '%s after %s, from %s: %s',
    (phase, before, rung, first) => {
      expect(entryRung({ ...free, rung, phase: before }, phase)).toBe(first);
    },
  );

  test('a held rung is held where it belongs, as far as the phase allows', () => {
    const held = {
      ...free,
      rung: '2d' as Rung,
      pinned: true,
      pinnedRung: '1w' as Rung,
      phase: 'preparing',
    };
    expect(entryRung(held, 'live')).toBe('1h');
    expect(entryRung(held, 'settling')).toBe('2d');
    expect(entryRung(held, 'steady')).toBe('1w');
  });
});
