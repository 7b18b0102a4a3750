import { describe, expect, test } from '@jest/globals';
import type { Rung } from '../../../src/check-ins/cadence/cadence.ts';
import {
  followUpSlot,
  isHumane,
  nextSlot,
  slotAfter,
  slotOn,
} from '../../../src/check-ins/cadence/slot.ts';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { day, inZone, plus } from '../../../src/shared/time.ts';
import { live, newYork, type Overrides, sceneAt } from './scene.ts';

const at = (text: string): Date => new Date(text);

function local(date: Date | null, zone = 'America/New_York'): string {
  return date ? inZone(date, zone).setLocale('en-GB').toFormat('ccc d LLL HH:mm') : 'never';
}

/** A good answer every third day for four months. */
function weeksOfGood(until: Date): Evidence[] {
  return Array.from({ length: 40 }, (_, index) => ({
    kind: 'good',
    weight: 0,
    at: plus(until, -index * 3 * day - 1),
    note: '',
  }));
}

/** The next slot of a steady, calm customer on a rung: far from bad days. */
function slotFrom(from: string, rung: Rung, overrides: Overrides = {}): string {
  const now = at(from);
  const zone = overrides.customer?.timeZone ?? 'America/New_York';
  const scene = sceneAt(now, {
    ...overrides,
    cadence: { rung, closeness: 5, ...overrides.cadence },
    transition: {
      phase: 'steady',
      windowFrom: at('2025-10-01T18:00:00-04:00'),
      windowUntil: at('2025-10-02T06:00:00-04:00'),
      phaseSince: at('2025-10-16T06:00:00-04:00'),
      ...overrides.transition,
    },
    evidence: weeksOfGood(now),
  });
  return local(nextSlot(scene, now), zone);
}

describe('day rungs count working days and come mid-morning', () => {
  test.each([
    ['2026-02-02T10:20:00-05:00', '1d', 'Tue 3 Feb 10:00'],
    ['2026-02-02T10:20:00-05:00', '2d', 'Wed 4 Feb 10:00'],
    ['2026-02-02T10:20:00-05:00', '1w', 'Mon 9 Feb 10:00'],
    ['2026-02-02T10:20:00-05:00', '2w', 'Mon 16 Feb 10:00'],
    ['2026-02-06T16:59:00-05:00', '1d', 'Mon 9 Feb 10:00'],
    ['2026-02-07T03:00:00-05:00', '1d', 'Mon 9 Feb 10:00'],
    ['2026-02-02T00:00:00-05:00', '1d', 'Tue 3 Feb 10:00'],
    ['2026-02-01T23:59:59-05:00', '1d', 'Mon 2 Feb 10:00'],
  ] as [string, Rung, string][])('from %s, %s: %s', (from, rung, expected) => {
    expect(slotFrom(from, rung)).toBe(expected);
  });

  test('on request, never', () => {
    expect(slotFrom('2026-02-02T10:20:00-05:00', 'on-request')).toBe('never');
  });

  test('holidays are no working days', () => {
    const customer = { businessHours: { ...newYork.businessHours, holidays: ['2026-02-03'] } };
    expect(slotFrom('2026-02-02T10:20:00-05:00', '1d', { customer })).toBe('Wed 4 Feb 10:00');
    expect(slotFrom('2026-02-02T10:20:00-05:00', '2d', { customer })).toBe('Thu 5 Feb 10:00');
  });

  test('the clock change of 8 March moves nothing on the wall', () => {
    expect(slotFrom('2026-03-06T10:20:00-05:00', '1d')).toBe('Mon 9 Mar 10:00');
    expect(slotFrom('2026-10-30T10:20:00-04:00', '1d')).toBe('Mon 2 Nov 10:00');
  });

  test('a Tokyo customer is asked in the Tokyo morning', () => {
    const customer = { timeZone: 'Asia/Tokyo' };
    expect(slotFrom('2026-02-02T20:00:00-05:00', '1d', { customer })).toBe('Wed 4 Feb 10:00');
    expect(slotFrom('2026-02-01T14:00:00Z', '1d', { customer })).toBe('Mon 2 Feb 10:00');
    expect(slotFrom('2026-02-01T15:00:00Z', '1d', { customer })).toBe('Tue 3 Feb 10:00');
  });
});

describe('the time of day', () => {
  const scene = (overrides: Overrides) => sceneAt(at('2026-02-02T12:00:00-05:00'), overrides);
  const slot = (overrides: Overrides): string => local(slotOn(scene(overrides), '2026-02-03'));

  test.each([
    ['the morning', {}, '10:00'],
    ['when this customer usually answers', { usualTime: '14:30' }, '14:30'],
    ['never before business hours', { usualTime: '07:00' }, '09:00'],
    ['never in the last minutes of the day', { usualTime: '16:59' }, '16:45'],
    ['not before 9 changes nothing at 10', { cadence: { notBefore: '09:00' } }, '10:00'],
    ['not before 11', { cadence: { notBefore: '11:00' } }, '11:00'],
    [
      'every morning at 8, as wished, even outside business hours',
      { cadence: { fixedTime: '08:00' } },
      '08:00',
    ],
    [
      'every morning at 8 but not before 9',
      { cadence: { fixedTime: '08:00', notBefore: '09:00' } },
      '09:00',
    ],
  ] as [string, Overrides, string][])('%s', (_, overrides, time) => {
    expect(slot(overrides)).toBe(`Tue 3 Feb ${time}`);
  });

  test.each([
    ['2026-02-03T08:59:59-05:00', false],
    ['2026-02-03T09:00:00-05:00', true],
    ['2026-02-03T16:59:59-05:00', true],
    ['2026-02-03T17:00:00-05:00', false],
    ['2026-02-07T11:00:00-05:00', false],
  ])('%s is humane: %s', (instant, expected) => {
    expect(isHumane(at(instant), scene({}))).toBe(expected);
  });

  test('before the "not before" nothing is humane, at it everything', () => {
    const late = scene({ cadence: { notBefore: '11:00' } });
    expect(isHumane(at('2026-02-03T10:59:59-05:00'), late)).toBe(false);
    expect(isHumane(at('2026-02-03T11:00:00-05:00'), late)).toBe(true);
  });

  test('the first slot not before an instant is that very instant, when it is one', () => {
    const ten = at('2026-02-03T10:00:00-05:00');
    expect(slotAfter(scene({}), ten)).toEqual(ten);
    expect(local(slotAfter(scene({}), new Date(ten.getTime() + 1)))).toBe('Wed 4 Feb 10:00');
  });
});

describe('the window runs round the clock', () => {
  test.each([
    ['30m', 'Sat 7 Mar 02:29'],
    ['1h', 'Sat 7 Mar 02:59'],
    ['4h', 'Sat 7 Mar 05:59'],
  ] as [Rung, string][])('%s after 01:59: %s', (rung, expected) => {
    const now = at('2026-03-07T01:59:00-05:00');
    expect(local(nextSlot(sceneAt(now, { transition: live, cadence: { rung } }), now))).toBe(
      expected,
    );
  });
});

test('at the planned end of the window the clock stops running round', () => {
  const now = at('2026-03-07T02:00:00-05:00');
  const next = (isUnderway: boolean) =>
    local(nextSlot(sceneAt(now, { transition: live, cadence: { rung: '4h' }, isUnderway }), now));
  expect(next(false)).toBe('Mon 9 Mar 13:00');
  expect(next(true)).toBe('Sat 7 Mar 06:00');
});

describe('a bad day brings the next check-in forward', () => {
  test('weekly in March becomes sooner when month-end comes', () => {
    const now = at('2026-03-24T10:20:00-04:00');
    const evidence = [9, 10, 11, 12, 13, 16, 18, 20, 23, 24].map(day => ({
      kind: 'good' as const,
      weight: 0,
      at: at(`2026-03-${String(day).padStart(2, '0')}T10:20:00-04:00`),
      note: '',
    }));
    const scene = sceneAt(now, {
      transition: { phase: 'steady' },
      cadence: { rung: '1w' },
      evidence,
    });
    expect(local(nextSlot(scene, now))).toBe('Thu 26 Mar 10:00');
  });
});

describe('after a worry', () => {
  test.each([
    ['settling: within 4 h', 'settling', '2026-03-09T10:05:00-04:00', 'Mon 9 Mar 14:05'],
    [
      'settling: into the next morning',
      'settling',
      '2026-03-09T15:00:00-04:00',
      'Tue 10 Mar 11:00',
    ],
    [
      'settling: not at the very end of the day',
      'settling',
      '2026-03-09T13:00:00-04:00',
      'Mon 9 Mar 16:45',
    ],
    ['steady: the next morning', 'steady', '2026-03-25T10:05:00-04:00', 'Thu 26 Mar 10:00'],
    [
      'steady, said before the morning slot: still within one business day',
      'steady',
      '2026-03-25T09:30:00-04:00',
      'Thu 26 Mar 09:30',
    ],
    ['preparing, on a Friday: Monday', 'preparing', '2026-02-27T15:00:00-05:00', 'Mon 2 Mar 10:00'],
  ] as const)('%s', (_, phase, from, expected) => {
    const now = at(from);
    expect(local(followUpSlot(sceneAt(now, { transition: { phase } }), now))).toBe(expected);
  });
});
