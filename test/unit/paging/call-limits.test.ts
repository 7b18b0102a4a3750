import { describe, expect, test } from '@jest/globals';
import { callTimeAfter } from '../../../src/paging/chase/call-limits.ts';
import { minute, plus, since } from '../../../src/shared/time.ts';

const now = new Date('2026-03-10T03:00:00Z');
/** Moments so many minutes ago, newest first. */
const ago = (...minutes: number[]) => minutes.map(each => plus(now, -each * minute));
/** In how many minutes the next one may go out. */
const wait = (via: string, ...minutes: number[]) => {
  const at = callTimeAfter(via, ago(...minutes), now);
  return at ? since(now, at) / minute : 0;
};

describe('one number, whatever burns', () => {
  test('is called at once when it was not called of late', () => {
    expect([wait('voice'), wait('sms'), wait('voice', 59), wait('sms', 16, 17)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test('rings three times in a quarter of an hour: the fourth waits until the first is that old', () => {
    expect(wait('voice', 1, 2)).toBe(0);
    expect(wait('voice', 1, 2, 14)).toBe(1);
    expect(wait('voice', 1, 2, 14.99)).toBeCloseTo(0.01);
    expect(wait('voice', 1, 2, 15)).toBe(0);
  });

  test('rings seven times an hour', () => {
    expect(wait('voice', 16, 20, 25, 30, 40, 50)).toBe(0);
    expect(wait('voice', 16, 20, 25, 30, 40, 50, 59)).toBe(1);
    expect(wait('voice', 16, 20, 25, 30, 40, 50, 60)).toBe(0);
  });

  test('is written to five times in a quarter of an hour, and eleven times an hour', () => {
    expect(wait('sms', 1, 2, 3, 4)).toBe(0);
    expect(wait('sms', 1, 2, 3, 4, 10)).toBe(5);
    const eleven = [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56];
    expect(wait('sms', ...eleven.slice(0, 10))).toBe(0);
    expect(wait('sms', ...eleven)).toBe(4);
  });

  test('has no such limit in chat or by mail', () => {
    const many = Array.from({ length: 50 }, (_, index) => index / 10);
    expect([wait('email', ...many), wait('push', ...many)]).toEqual([0, 0]);
  });
});
