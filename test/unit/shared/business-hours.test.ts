import { describe, expect, test } from '@jest/globals';
import {
  businessHoursBetween,
  isBusinessTime,
  nextBusinessTime,
  plusBusinessHours,
} from '../../../src/shared/business-hours.ts';

const weekdays = [1, 2, 3, 4, 5];
const newYork = {
  timeZone: 'America/New_York',
  businessHours: { days: weekdays, from: '09:00', until: '17:00', holidays: ['2026-07-03'] },
};
const tokyo = { ...newYork, timeZone: 'Asia/Tokyo' };
const at = (iso: string) => new Date(iso);

describe('business hours', () => {
  test.each([
    ['just before they begin', '2026-03-06T08:59:59.999-05:00', newYork, false],
    ['when they begin', '2026-03-06T09:00:00-05:00', newYork, true],
    ['just before they end', '2026-03-06T16:59:59.999-05:00', newYork, true],
    ['when they end', '2026-03-06T17:00:00-05:00', newYork, false],
    ['on a holiday', '2026-07-03T11:00:00-04:00', newYork, false],
    ['the day after the clocks went forward', '2026-03-09T09:00:00-04:00', newYork, true],
    ['Friday in New York is Saturday in Tokyo', '2026-03-06T11:00:00-05:00', tokyo, false],
  ])('%s', (_promise, instant, working, isOpen) => {
    expect(isBusinessTime(at(instant), working)).toBe(isOpen);
  });

  test('after Friday they begin on Monday, on the clock as it is then', () => {
    expect(nextBusinessTime(at('2026-03-06T18:00:00-05:00'), newYork)).toEqual(
      at('2026-03-09T09:00:00-04:00'),
    );
  });

  test('a week has forty of them, also across a change of the clocks', () => {
    expect(
      businessHoursBetween(
        at('2026-03-04T12:00:00-05:00'),
        at('2026-03-11T12:00:00-04:00'),
        newYork,
      ),
    ).toBe(40);
  });

  test('the last night counts too where the clocks have skipped a midnight', () => {
    const hotel = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '23:00', holidays: [] };
    const beirut = { timeZone: 'Asia/Beirut', businessHours: hotel };
    const before = at('2027-03-27T12:00:00+02:00');
    expect(businessHoursBetween(before, at('2027-03-30T00:00:00+03:00'), beirut)).toBe(56);
    expect(businessHoursBetween(before, at('2027-03-30T00:30:00+03:00'), beirut)).toBe(56.5);
  });

  test('nothing lies between an instant and an earlier one', () => {
    expect(
      businessHoursBetween(at('2026-03-11T12:00:00Z'), at('2026-03-04T12:00:00Z'), newYork),
    ).toBe(0);
  });

  test('eight of them later is the same time on the next working day', () => {
    expect(plusBusinessHours(at('2026-03-06T10:00:00-05:00'), 8, newYork)).toEqual(
      at('2026-03-09T10:00:00-04:00'),
    );
    expect(plusBusinessHours(at('2026-07-02T10:00:00-04:00'), 8, newYork)).toEqual(
      at('2026-07-06T10:00:00-04:00'),
    );
  });

  test('counted from the night, they begin in the morning', () => {
    expect(plusBusinessHours(at('2026-03-07T03:00:00-05:00'), 1, newYork)).toEqual(
      at('2026-03-09T10:00:00-04:00'),
    );
  });
});
