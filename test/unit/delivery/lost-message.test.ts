import { describe, expect, test } from '@jest/globals';
import { deliveryPolicy, retryPause } from '../../../src/delivery/delivery-policy.ts';
import type { Lane } from '../../../src/delivery/draft.ts';
import { afterLoss } from '../../../src/delivery/lost-message.ts';

describe('when nobody knows whether a message arrived', () => {
  test.each([
    [
      'a page that the platform finds is not sent again',
      'pages',
      false,
      'ref-1',
      { next: 'sent', ref: 'ref-1' },
    ],
    [
      'a page that surely is not there is sent, unmarked',
      'pages',
      false,
      null,
      { next: 'send', isRepeat: false },
    ],
    [
      'a page nobody can look up is sent again, marked',
      'pages',
      false,
      undefined,
      { next: 'send', isRepeat: true },
    ],
    [
      'a reply nobody can look up is tried once more',
      'replies',
      false,
      undefined,
      { next: 'send', isRepeat: true },
    ],
    [
      'a check-in that surely is not there is sent',
      'check-ins',
      false,
      null,
      { next: 'send', isRepeat: false },
    ],
  ] as const)('%s', (_promise, lane, wasRepeated, found, next) => {
    expect(afterLoss({ lane, wasRepeated, found })).toEqual(next);
  });

  test('a check-in nobody can look up is parked, and so is a reply the second time', () => {
    expect(afterLoss({ lane: 'check-ins', wasRepeated: false, found: undefined }).next).toBe(
      'park',
    );
    expect(afterLoss({ lane: 'replies', wasRepeated: true, found: undefined }).next).toBe('park');
  });
});

describe('a platform that does not answer when it is asked for a lost message', () => {
  const later = { later: { outcome: 'retry', detail: 'busy', afterMilliseconds: 9_000 } } as const;
  const nextFor = (lane: Lane) => afterLoss({ lane, wasRepeated: false, found: later });

  test('is asked again, except for a page, which goes out marked as a repeat', () => {
    expect(nextFor('check-ins')).toEqual({
      next: 'look',
      afterMilliseconds: 9_000,
      reason: 'busy',
    });
    expect(nextFor('replies').next).toBe('look');
    expect(nextFor('pages')).toEqual({ next: 'send', isRepeat: true });
  });
});

describe('the pause before another try', () => {
  test('doubles from a second and never exceeds twenty seconds', () => {
    const pauses = (lane: Lane) => [1, 2, 3, 8, 40].map(tries => retryPause(lane, tries) / 1000);
    expect(pauses('pages')).toEqual([1, 2, 4, 20, 20]);
    expect(pauses('replies')).toEqual([1, 2, 4, 20, 20]);
  });

  test('spares a system that is told and does not answer: an hour at most, and it is given up after a day', () => {
    const { webhooks } = deliveryPolicy.mostTries;
    const pauses = Array.from({ length: webhooks - 1 }, (_, n) => retryPause('webhooks', n + 1));
    expect(Math.max(...pauses)).toBe(3_600_000);
    const all = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(all / 3_600_000).toBeGreaterThan(24);
    expect(all / 3_600_000).toBeLessThan(26);
  });

  test('is never shorter than the platform asks for', () => {
    expect(retryPause('replies', 1, 30_000)).toBe(30_000);
  });

  test('long before a page is given up, the next person is called', () => {
    const { unheardTries, mostTries } = deliveryPolicy;
    expect(unheardTries.chat).toBeLessThan(mostTries.pages / 10);
  });
});
