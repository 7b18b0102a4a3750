import { describe, expect, test } from '@jest/globals';
import { lookAtOwner } from '../../../src/paging/page/next-word.ts';
import { openKeyOf } from '../../../src/paging/page/page.ts';
import { briefPhase } from '../../../src/paging/show/brief.ts';

const at = (iso: string) => new Date(iso);

describe('a page somebody has', () => {
  const page = {
    acknowledgedAt: at('2026-03-10T02:00:00Z'),
    updatedAt: at('2026-03-10T03:00:00Z'),
    nextWordAt: at('2026-03-10T03:30:00Z'),
    staleAsks: 0,
    dueAt: at('2026-03-10T03:31:00Z'),
  };

  test.each([
    ['when there is to be word', '2026-03-10T03:30:00Z', 'wait'],
    ['just before a minute without it', '2026-03-10T03:30:59.999Z', 'wait'],
    ['at a minute', '2026-03-10T03:31:00Z', 'ask'],
    ['just after', '2026-03-10T03:31:00.001Z', 'ask'],
    ['three hours later, after the engine stood still', '2026-03-10T06:30:00Z', 'ask'],
    ['when the clock went back an hour', '2026-03-10T02:30:00Z', 'wait'],
  ])('%s', (_, now, next) => {
    expect(lookAtOwner(page, at(now)).next).toBe(next);
  });

  test('is asked for word half an hour after the last one when nobody said when', () => {
    const unsaid = { ...page, nextWordAt: null };
    expect(lookAtOwner(unsaid, at('2026-03-10T03:30:59.999Z')).next).toBe('wait');
    expect(lookAtOwner(unsaid, at('2026-03-10T03:31:00Z')).next).toBe('ask');
  });

  test('has four minutes to answer the reminder, however late it comes', () => {
    expect(lookAtOwner(page, at('2026-03-10T03:31:00Z'))).toEqual({
      next: 'ask',
      dueAt: at('2026-03-10T03:35:00Z'),
    });
    expect(lookAtOwner(page, at('2026-03-10T06:00:00Z'))).toEqual({
      next: 'ask',
      dueAt: at('2026-03-10T06:04:00Z'),
    });
  });

  test.each([
    ['just before', '2026-03-10T03:34:59.999Z', 'wait'],
    ['at', '2026-03-10T03:35:00Z', 'escalate'],
    ['just after', '2026-03-10T03:35:00.001Z', 'escalate'],
  ])('calls somebody else %s five minutes without the word', (_, now, next) => {
    const asked = { ...page, staleAsks: 1, dueAt: at('2026-03-10T03:35:00Z') };
    expect(lookAtOwner(asked, at(now)).next).toBe(next);
  });
});

describe('where the transition stands', () => {
  const goLive = {
    name: 'ERP go-live',
    windowFrom: at('2026-03-06T18:00:00-05:00'),
    windowUntil: at('2026-03-07T06:00:00-05:00'),
  };
  test.each([
    ['2026-03-04T12:00:00-05:00', '2 days before ERP go-live.'],
    ['2026-03-05T23:59:00-05:00', '1 day before ERP go-live.'],
    ['2026-03-06T17:59:59-05:00', 'ERP go-live begins today.'],
    ['2026-03-06T18:00:00-05:00', 'ERP go-live is under way.'],
    ['2026-03-07T05:59:59-05:00', 'ERP go-live is under way.'],
    ['2026-03-07T06:00:00-05:00', 'ERP go-live ended today.'],
    // The night of 8 March has 23 hours in New York; it is one day all the same.
    ['2026-03-08T00:30:00-05:00', 'Day 1 after ERP go-live.'],
    ['2026-03-11T03:00:00-04:00', 'Day 4 after ERP go-live.'],
  ])('at %s: %s', (now, words) => {
    expect(briefPhase(goLive, 'America/New_York', at(now))).toBe(words);
  });
});

test('has one key for each transition, and one for the customer outside any', () => {
  expect(openKeyOf('northwind', 'northwind/erp')).toBe('northwind/erp');
  expect(openKeyOf('northwind', null)).toBe('northwind/');
});
