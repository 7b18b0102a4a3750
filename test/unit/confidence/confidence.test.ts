import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { badDaysOf } from '../../../src/confidence/bad-days.ts';
import { calendarBetween, hoursUntil } from '../../../src/confidence/calendar.ts';
import { cadenceRate, confidenceAt, factorOf } from '../../../src/confidence/confidence.ts';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { badSpells, meanAge, outlookOf } from '../../../src/confidence/outlook.ts';
import { confidencePolicy, type EvidenceKind } from '../../../src/confidence/policy.ts';
import { standingAt } from '../../../src/confidence/standing.ts';
import { businessHoursBetween } from '../../../src/shared/business-hours.ts';
import { day, hour, plus } from '../../../src/shared/time.ts';

const customer = {
  timeZone: 'America/New_York',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] as string[] },
};
const windowFrom = new Date('2026-03-06T18:00:00-05:00');
const windowUntil = new Date('2026-03-07T06:00:00-05:00');
const course = { kind: 'go-live', windowFrom, windowUntil, isLive: false } as const;
const outlook = outlookOf(course, customer, {
  from: plus(windowFrom, -30 * day),
  until: plus(windowUntil, 60 * day),
  now: windowUntil,
});

function heard(kind: EvidenceKind, at: string): Evidence {
  return { kind, weight: confidencePolicy.troubles[kind], at: new Date(at), note: '' };
}

describe('the calendar counts what business-hours counts', () => {
  test.each(['America/New_York', 'Europe/London', 'Asia/Tokyo', 'Australia/Lord_Howe'])(
    '%s',
    timeZone => {
      const working = {
        ...customer,
        timeZone,
        businessHours: { ...customer.businessHours, holidays: ['2026-03-30'] },
      };
      const from = new Date('2026-03-01T00:00:00Z');
      const calendar = calendarBetween(from, plus(from, 60 * day), working);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 50 * 24 * 60 }), minutes => {
          const at = plus(from, minutes * 60_000);
          const counted = hoursUntil(calendar, at) - hoursUntil(calendar, from);
          expect(counted).toBeCloseTo(businessHoursBetween(from, at, working), 6);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('bad days', () => {
  const dates = (kind: 'go-live' | 'upgrade', until: string, holidays: string[] = []): string[] => {
    const working = { ...customer, businessHours: { ...customer.businessHours, holidays } };
    const end = new Date(until);
    const calendar = calendarBetween(plus(end, -10 * day), plus(end, 60 * day), working);
    return badDaysOf(kind, end, calendar).map(({ date }) => date);
  };

  test('day 1, day 3, and the month-end from two working days before until one after', () => {
    expect(dates('go-live', '2026-03-07T06:00:00-05:00')).toEqual([
      '2026-03-09',
      '2026-03-11',
      '2026-03-27',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
    ]);
  });

  test('holidays move them', () => {
    expect(dates('go-live', '2026-03-07T06:00:00-05:00', ['2026-03-09', '2026-03-31'])).toEqual([
      '2026-03-10',
      '2026-03-12',
      '2026-03-26',
      '2026-03-27',
      '2026-03-30',
      '2026-04-01',
    ]);
  });

  test('a window that ends on the last day of a month looks to the next one', () => {
    expect(dates('go-live', '2026-02-28T06:00:00-05:00').slice(2)).toEqual([
      '2026-03-27',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
    ]);
  });

  test('days before the window do not count, when month-end follows at once', () => {
    expect(dates('go-live', '2026-03-29T06:00:00-04:00')).toEqual([
      '2026-03-30',
      '2026-04-01',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
    ]);
  });

  test('an upgrade has no month-end', () => {
    expect(dates('upgrade', '2026-03-07T06:00:00-05:00')).toEqual(['2026-03-09', '2026-03-11']);
  });

  test('a spell is named and reaches from its first day to its last', () => {
    const [spell] = badSpells(
      outlook,
      new Date('2026-03-20T12:00:00Z'),
      new Date('2026-03-28T12:00:00Z'),
    );
    expect(spell).toEqual({
      name: 'the first month-end',
      from: new Date('2026-03-27T09:00:00-04:00'),
      until: new Date('2026-04-01T17:00:00-04:00'),
    });
  });
});

describe('the age curve', () => {
  test.each([
    ['long before the window', '2026-02-16T09:00:00-05:00', 8, 0.35],
    [
      'the first working day, a bad one',
      '2026-03-09T09:00:00-04:00',
      8,
      0.35 + 1.65 * 0.9211 + 0.7,
    ],
    ['the second day', '2026-03-10T09:00:00-04:00', 8, 0.35 + 1.65 * 0.7797],
    ['month-end', '2026-03-30T09:00:00-04:00', 8, 0.35 + 1.65 * 0.0758 + 1.75],
  ])('%s', (_, at, hours, expected) => {
    expect(meanAge(outlook, new Date(at), hours)).toBeCloseTo(expected, 2);
  });

  test('does not fade while the window is still open past its plan', () => {
    const now = new Date('2026-03-11T12:00:00-04:00');
    const overrun = outlookOf({ ...course, isLive: true }, customer, {
      from: windowFrom,
      until: plus(now, 30 * day),
      now,
    });
    expect(meanAge(overrun, now, 1)).toBeGreaterThan(meanAge(outlook, now, 1));
  });
});

describe('what a sign is worth', () => {
  const at = new Date('2026-03-12T10:30:00-04:00');
  const confidence = (...evidence: Evidence[]): number =>
    confidenceAt(outlook, standingAt(outlook, evidence, at), at);
  const none = confidence();

  test('a worry the day after a good answer lowers it by much', () => {
    const good = heard('good', '2026-03-11T10:00:00-04:00');
    const worried = heard('worried', '2026-03-12T10:00:00-04:00');
    expect(confidence(good, worried)).toBeLessThan(0.75 * confidence(good));
  });

  test('a good answer raises it, silence about a third as much', () => {
    const good = confidence(heard('good', '2026-03-12T10:00:00-04:00'));
    const silent = confidence(heard('silence', '2026-03-12T10:00:00-04:00'));
    expect(good).toBeGreaterThan(silent);
    expect(silent).toBeGreaterThan(none);
  });

  test('"fine, one thing" is a small trouble', () => {
    const fine = confidence(heard('fine', '2026-03-12T10:00:00-04:00'));
    const good = confidence(heard('good', '2026-03-12T10:00:00-04:00'));
    expect(fine).toBeLessThan(good);
    expect(fine).toBeGreaterThan(none);
  });

  test('our own failures are troubles and tell nothing about the time before them', () => {
    const late = standingAt(outlook, [heard('late-milestone', '2026-03-12T10:00:00-04:00')], at);
    expect(late.seen).toBeCloseTo(1, 2);
    expect(late.expected).toBe(0);
  });

  test('the same stretch of time is told only once', () => {
    const once = standingAt(outlook, [heard('good', '2026-03-12T10:00:00-04:00')], at);
    const twice = standingAt(
      outlook,
      [heard('good', '2026-03-12T10:00:00-04:00'), heard('good', '2026-03-12T10:00:01-04:00')],
      at,
    );
    expect(twice.expected).toBeCloseTo(once.expected, 4);
  });

  test.each([
    ['just before two hours', '2026-03-12T11:59:59-04:00', 1],
    ['at two hours', '2026-03-12T12:00:00-04:00', 2],
  ])('a worry and a page are one trouble %s', (_, later, count) => {
    const evidence = [heard('worried', '2026-03-12T10:00:00-04:00'), heard('page', later)];
    const { seen } = standingAt(outlook, evidence, new Date('2026-03-12T12:00:00-04:00'));
    expect(seen).toBeCloseTo(count, 1);
  });

  test('our own failure beside it is another', () => {
    const late = heard('late-milestone', '2026-03-12T10:01:00-04:00');
    const evidence = [heard('worried', '2026-03-12T10:00:00-04:00'), late];
    expect(standingAt(outlook, evidence, at).seen).toBeCloseTo(2, 1);
  });

  test('what happens later does not count yet', () => {
    expect(confidence(heard('worried', '2026-03-12T10:31:00-04:00'))).toBe(none);
  });

  test('a worry counts half after 600 business hours', () => {
    const later = plus(at, 105 * day);
    const long = outlookOf(course, customer, { from: windowFrom, until: later, now: later });
    const seen = standingAt(long, [heard('worried', at.toISOString())], later).seen;
    expect(seen).toBeCloseTo(0.5, 2);
  });

  test('without any evidence the factor is one, and its prudent value about double', () => {
    const { mean, prudent } = factorOf({ seen: 0, expected: 0 });
    expect(mean).toBe(1);
    expect(prudent).toBeCloseTo(1.94, 2);
  });
});

describe('what cadence sees', () => {
  test('before the window it looks no further than the window, however close it is', () => {
    const eve = new Date('2026-03-06T16:00:00-05:00');
    expect(cadenceRate(outlook, eve, 1)).toBeCloseTo(0.014 * 0.35);
    expect(cadenceRate(outlook, windowFrom, 1)).toBeGreaterThan(0.014);
  });
});

test('confidence is a probability, and one more worry never raises it', () => {
  const kinds: EvidenceKind[] = ['good', 'fine', 'worried', 'silence', 'thanks', 'late-milestone'];
  const sign = fc.record({
    kind: fc.constantFrom(...kinds),
    hours: fc.integer({ min: 1, max: 900 }),
  });
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 20 }),
      fc.integer({ min: 1, max: 900 }),
      (signs, hours) => {
        const evidence = signs.map(one =>
          heard(one.kind, plus(windowUntil, one.hours * hour).toISOString()),
        );
        const at = plus(windowUntil, 901 * hour);
        const without = confidenceAt(outlook, standingAt(outlook, evidence, at), at);
        expect(without).toBeGreaterThanOrEqual(0);
        expect(without).toBeLessThanOrEqual(1);
        // A broken promise tells nothing about the time before, so it can only lower confidence.
        const worse = [
          ...evidence,
          heard('missed-promise', plus(windowUntil, hours * hour).toISOString()),
        ];
        expect(confidenceAt(outlook, standingAt(outlook, worse, at), at)).toBeLessThanOrEqual(
          without,
        );
      },
    ),
    { numRuns: 200 },
  );
});
