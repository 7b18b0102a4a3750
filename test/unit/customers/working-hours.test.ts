import { describe, expect, test } from '@jest/globals';
import {
  morningsSince,
  presenceAt,
  usualHours,
  workBegins,
} from '../../../src/customers/working-hours.ts';

const london = { timeZone: 'Europe/London', businessHours: usualHours };
const tokyo = { timeZone: 'Asia/Tokyo', businessHours: usualHours };
const newYork = { timeZone: 'America/New_York', businessHours: usualHours };

describe('whether somebody is at work', () => {
  test.each([
    ['just before nine', '2026-03-09T08:59:59Z', false],
    ['at nine', '2026-03-09T09:00:00Z', true],
    ['just after nine', '2026-03-09T09:00:01Z', true],
    ['just before five', '2026-03-09T16:59:59Z', true],
    ['at five', '2026-03-09T17:00:00Z', false],
    ['on a Saturday', '2026-03-07T12:00:00Z', false],
  ])('%s', (_, now, isAtWork) => {
    expect(presenceAt(new Date(now), london).isAtWork).toBe(isAtWork);
  });

  test('their own clock decides, not ours', () => {
    const now = new Date('2026-03-09T01:00:00Z');
    expect(presenceAt(now, tokyo).isAtWork).toBe(true);
    expect(presenceAt(now, london).isAtWork).toBe(false);
  });
});

describe('when they are back', () => {
  test.each([
    ['on Friday evening, Monday', '2026-03-06T18:00:00Z', '2026-03-09T09:00:00Z'],
    ['at work, now', '2026-03-09T12:00:00Z', '2026-03-09T12:00:00Z'],
    [
      'over the spring change, nine by the new clock',
      '2026-03-28T12:00:00Z',
      '2026-03-30T08:00:00Z',
    ],
  ])('%s', (_, now, backAt) => {
    expect(presenceAt(new Date(now), london).backAt).toEqual(new Date(backAt));
  });

  test('a holiday is no working day', () => {
    const off = { ...london, businessHours: { ...usualHours, holidays: ['2026-03-09'] } };
    expect(presenceAt(new Date('2026-03-08T12:00:00Z'), off).backAt).toEqual(
      new Date('2026-03-10T09:00:00Z'),
    );
  });
});

describe('the next morning', () => {
  test.each([
    ['just before it', '2026-03-09T08:59:59Z', '2026-03-09T09:00:00Z'],
    ['at it, the one after', '2026-03-09T09:00:00Z', '2026-03-10T09:00:00Z'],
    ['just after it', '2026-03-09T09:00:01Z', '2026-03-10T09:00:00Z'],
    ['over a weekend', '2026-03-06T09:00:00Z', '2026-03-09T09:00:00Z'],
  ])('%s', (_, now, next) => {
    expect(presenceAt(new Date(now), london).nextMorning).toEqual(new Date(next));
  });

  test('over the autumn change it comes at nine by the clock on the wall', () => {
    const next = presenceAt(new Date('2026-10-30T20:00:00Z'), newYork).nextMorning;
    expect(next).toEqual(new Date('2026-11-02T14:00:00Z'));
  });

  test('on a day without work there is none', () => {
    expect(workBegins(new Date('2026-03-08T12:00:00Z'), london)).toBeNull();
  });
});

describe('how many mornings something has waited', () => {
  test.each([
    [
      'asked in the evening, not yet the next day',
      '2026-03-09T20:00:00Z',
      '2026-03-09T23:00:00Z',
      0,
    ],
    ['asked in the evening, the next morning', '2026-03-09T20:00:00Z', '2026-03-10T09:00:00Z', 1],
    ['asked before work, that very morning', '2026-03-09T08:00:00Z', '2026-03-09T09:00:00Z', 1],
    ['the third morning', '2026-03-09T20:00:00Z', '2026-03-12T09:00:00Z', 3],
    ['over a weekend, Monday only', '2026-03-06T20:00:00Z', '2026-03-09T09:00:00Z', 1],
  ])('%s', (_, from, now, mornings) => {
    expect(morningsSince(new Date(from), new Date(now), london)).toBe(mornings);
  });
});
