import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../../src/check-ins/asking/check-in.ts';
import {
  afterSilence,
  isSilentAfterTrouble,
  silenceDue,
} from '../../../src/check-ins/asking/silence.ts';
import type { Rung } from '../../../src/check-ins/cadence/cadence.ts';
import { hour, minute, plus, second } from '../../../src/shared/time.ts';
import { checkIn, live, type Overrides, sceneAt } from './scene.ts';

const due = new Date('2026-03-10T10:00:00-04:00');
const free = { hasOpenPage: false, unpromptedToday: 0 };

function next(now: Date, what: Partial<CheckIn> = {}, overrides: Overrides = {}) {
  return afterSilence(sceneAt(now, overrides), { checkIn: checkIn(what), quiet: free }, now);
}

describe('how long we wait for a word', () => {
  test.each([
    ['30m', 20 * minute],
    ['1h', 30 * minute],
    ['4h', 2 * hour],
  ] as [Rung, number][])('in the window at %s', (rung, wait) => {
    const now = new Date('2026-03-07T02:00:00-05:00');
    const scene = sceneAt(now, { transition: live, cadence: { rung } });
    expect(silenceDue(scene, now)).toEqual(plus(now, wait));
  });

  test('outside, until the next working morning, across weekend and clock change', () => {
    const friday = new Date('2026-03-06T10:00:00-05:00');
    expect(silenceDue(sceneAt(friday), friday)).toEqual(new Date('2026-03-09T10:00:00-04:00'));
  });
});

describe('after silence', () => {
  test('one gentle repeat', () => {
    expect(next(due)).toEqual({ next: 'repeat' });
  });

  test('never a third message', () => {
    expect(next(due, { state: 'repeated' })).toEqual({ next: 'end' });
    expect(next(due, { mayRepeat: false })).toEqual({ next: 'end' });
  });

  test('the repeat keeps quiet hours, lateness and the budget', () => {
    const weekend = new Date('2026-03-14T10:00:00-04:00');
    expect(next(weekend, { dueAt: weekend })).toMatchObject({
      next: 'wait',
      reason: 'quiet hours',
    });
    expect(next(plus(due, 2 * hour), { dueAt: due })).toEqual({ next: 'repeat' });
    expect(next(plus(due, 2 * hour + second), { dueAt: due })).toMatchObject({
      next: 'wait',
      until: new Date('2026-03-11T10:00:00-04:00'),
    });
    const quiet = { hasOpenPage: false, unpromptedToday: 1 };
    expect(afterSilence(sceneAt(due), { checkIn: checkIn(), quiet }, due).next).toBe('wait');
  });

  test('an open page comes first, and no repeat is sent while check-ins are paused', () => {
    const quiet = { hasOpenPage: true, unpromptedToday: 0 };
    for (const state of ['asked', 'repeated'] as const) {
      const what = { checkIn: checkIn({ state }), quiet };
      expect(afterSilence(sceneAt(due), what, due).next).toBe('wait');
    }
    expect(next(due, {}, { cadence: { pausedUntil: plus(due, hour) } }).next).toBe('wait');
  });

  test('a question of the window that is over is asked again in the morning, not on Saturday', () => {
    const dawn = new Date('2026-03-07T06:20:00-05:00');
    expect(next(dawn, { rung: '1h', dueAt: dawn })).toEqual({
      next: 'wait',
      until: new Date('2026-03-09T10:00:00-04:00'),
      reason: 'quiet hours',
    });
  });
});

describe('silence after trouble is a page', () => {
  const asked = new Date('2026-03-18T10:00:00-04:00');
  const heard = (kind: 'worried' | 'good' | 'late-milestone', at: string) => ({
    kind,
    weight: 1,
    at: new Date(at),
    note: '',
  });

  test.each([
    ['a worry two working days before', [heard('worried', '2026-03-16T10:00:00-04:00')], true],
    ['a worry longer ago', [heard('worried', '2026-03-16T09:59:00-04:00')], false],
    [
      'a worry that a good answer followed',
      [heard('worried', '2026-03-17T10:00:00-04:00'), heard('good', '2026-03-17T15:00:00-04:00')],
      false,
    ],
    [
      'a worry, then our own late milestone',
      [
        heard('worried', '2026-03-17T10:00:00-04:00'),
        heard('late-milestone', '2026-03-17T15:00:00-04:00'),
      ],
      true,
    ],
    ['nothing before', [], false],
  ])('%s: %s', (_, evidence, expected) => {
    expect(isSilentAfterTrouble(sceneAt(asked, { evidence }), asked)).toBe(expected);
  });
});
