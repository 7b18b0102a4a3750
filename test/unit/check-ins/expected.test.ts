import { describe, expect, test } from '@jest/globals';
import { forecast } from '../../../src/check-ins/cadence/forecast.ts';
import { live, type Overrides, sceneAt } from './scene.ts';

const whysFrom = (first: string, over: Overrides) =>
  forecast(sceneAt(new Date(first), over), new Date(first)).map(({ why }) => why);

describe('a check-in that is expected says why it comes then', () => {
  test('after the window has closed in between, and beside a day that will be hard', () => {
    const whys = whysFrom('2026-03-07T04:50:00-05:00', {
      transition: live,
      cadence: { rung: '1h', lastReason: 'soon, after a worry' },
      isUnderway: true,
    });
    expect(whys[0]).toBe('soon, after a worry');
    expect(whys[1]).toBe('about every hour, while the window is open');
    expect(whys[2]).toContain('the first one once the window has closed');
    expect(whys[2]).toContain('day 1 is expected to be hard');
  });

  test('further apart, as answers in the window are good', () => {
    const whys = whysFrom('2026-03-06T19:00:00-05:00', {
      transition: live,
      cadence: { rung: '30m' },
    });
    expect(whys[0]).toBe('about every half hour, while the window is open');
    expect(whys[1]).toBe(
      'further apart after an answer: about every hour, while the window is open',
    );
  });

  test('after a pause, and when they asked to be asked', () => {
    const steady = { phase: 'steady', phaseSince: new Date('2026-03-21T06:00:00-04:00') } as const;
    const pausedUntil = new Date('2026-03-26T10:00:00-04:00');
    const [paused] = whysFrom('2026-03-24T10:00:00-04:00', {
      transition: steady,
      cadence: { pausedUntil },
    });
    expect(paused).toContain('the first one after the pause');
    const [wished] = whysFrom('2026-03-24T10:00:00-04:00', {
      transition: steady,
      cadence: { dueFor: 'wish' },
    });
    expect(wished).toContain('when they asked to be asked');
  });
});
