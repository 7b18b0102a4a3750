import { describe, expect, test } from '@jest/globals';
import { type Surroundings, verdictOn } from '../../../src/check-ins/cadence/verdict.ts';
import { hour, minute, plus, second } from '../../../src/shared/time.ts';
import { clear, live, type Overrides, sceneAt } from './scene.ts';

/** A Wednesday, mid-morning, without anything special about it. */
const due = new Date('2026-03-18T10:00:00-04:00');

interface Case extends Overrides {
  readonly around?: Partial<Surroundings>;
  /** How long after the due moment the engine looks. */
  readonly late?: number;
}

function verdict({ around, late = 0, cadence, ...overrides }: Case) {
  const now = plus(due, late);
  const scene = sceneAt(now, { ...overrides, cadence: { dueAt: due, ...cadence } });
  return verdictOn(scene, { ...clear, ...around }, now);
}

/** The same in the window, at 02:00 on the night. */
const night = new Date('2026-03-07T02:00:00-05:00');
function inWindow({ around, late = 0, cadence }: Case) {
  const now = plus(night, late);
  const rung = { rung: '1h' as const, dueAt: night, ...cadence };
  return verdictOn(sceneAt(now, { transition: live, cadence: rung }), { ...clear, ...around }, now);
}

test('nothing in the way: ask', () => {
  expect(verdict({})).toEqual({ kind: 'ask' });
  expect(inWindow({})).toEqual({ kind: 'ask' });
});

describe('more than 2 h late', () => {
  test('just before and at two hours it is still sent', () => {
    expect(verdict({ late: 2 * hour - second })).toEqual({ kind: 'ask' });
    expect(verdict({ late: 2 * hour })).toEqual({ kind: 'ask' });
    expect(inWindow({ late: 2 * hour })).toEqual({ kind: 'ask' });
  });

  test('outside the window it waits for the next slot', () => {
    expect(verdict({ late: 2 * hour + second })).toEqual({
      kind: 'skip',
      reason: 'more than 2 h late',
      next: new Date('2026-03-19T10:00:00-04:00'),
    });
  });

  test('in the window it is skipped, and one catch-up asked at once', () => {
    expect(inWindow({ late: 3 * hour })).toEqual({ kind: 'ask', instead: 'more than 2 h late' });
  });
});

describe('the customer spoke with us', () => {
  test.each([
    ['59 minutes ago', 59 * minute, 'skip'],
    ['an hour ago', hour, 'ask'],
  ])('%s: %s', (_, ago, kind) => {
    expect(verdict({ cadence: { heardAt: plus(due, -ago) } }).kind).toBe(kind);
  });

  test.each([
    ['29 minutes ago', 29 * minute, 'skip'],
    ['half an hour ago', 30 * minute, 'ask'],
  ])('in the window %s: %s', (_, ago, kind) => {
    expect(inWindow({ cadence: { heardAt: plus(night, -ago) } }).kind).toBe(kind);
  });

  test('it is asked once the hour is over, or the next morning when that is too late in the day', () => {
    expect(verdict({ cadence: { heardAt: plus(due, -10 * minute) } })).toMatchObject({
      reason: 'the customer spoke with us just now',
      next: plus(due, 50 * minute),
    });
    const late = new Date('2026-03-18T16:30:00-04:00');
    const scene = sceneAt(late, { cadence: { dueAt: late, heardAt: plus(late, -minute) } });
    expect(verdictOn(scene, clear, late)).toMatchObject({
      next: new Date('2026-03-19T10:00:00-04:00'),
    });
  });
});

describe('quiet hours', () => {
  const at = (text: string) => {
    const now = new Date(text);
    return verdictOn(sceneAt(now, { cadence: { dueAt: now } }), clear, now);
  };
  test.each([
    ['2026-03-18T08:59:59-04:00', 'skip'],
    ['2026-03-18T09:00:00-04:00', 'ask'],
    ['2026-03-18T16:59:59-04:00', 'ask'],
    ['2026-03-18T17:00:00-04:00', 'skip'],
    ['2026-03-21T10:00:00-04:00', 'skip'],
  ])('%s: %s', (text, kind) => {
    expect(at(text).kind).toBe(kind);
  });

  test('a holiday is quiet all day', () => {
    const businessHours = { ...sceneAt(due).customer.businessHours, holidays: ['2026-03-18'] };
    expect(verdict({ customer: { businessHours } })).toEqual({
      kind: 'skip',
      reason: 'quiet hours',
      next: new Date('2026-03-19T10:00:00-04:00'),
    });
  });

  test('they do not hold in the window', () => {
    expect(inWindow({})).toEqual({ kind: 'ask' });
  });
});

describe('the contact budget', () => {
  test('one unprompted message a day, and another transition takes its turn first tomorrow', () => {
    expect(verdict({ around: { unprompted: { today: 1, lastAt: due } } })).toEqual({
      kind: 'skip',
      reason: 'the customer already had a message from us today',
      next: new Date('2026-03-19T09:45:00-04:00'),
    });
  });

  test('does not hold in the window, for a promised follow-up, or for a rung of hours that a person chose', () => {
    const around = { unprompted: { today: 3, lastAt: plus(due, -4 * hour) } };
    expect(inWindow({ around }).kind).toBe('ask');
    expect(verdict({ around, cadence: { dueFor: 'follow-up' } }).kind).toBe('ask');
    const kept = { ...around, isFollowedUp: true };
    expect(verdict({ around: kept, cadence: { dueFor: 'follow-up' } }).kind).toBe('skip');
    expect(verdict({ around: kept, cadence: { dueFor: 'wish' } }).kind).toBe('ask');
    expect(verdict({ around, cadence: { rung: '4h', pinned: true, pinnedRung: '4h' } }).kind).toBe(
      'ask',
    );
    expect(verdict({ around, cadence: { rung: '4h' } }).kind).toBe('skip');
  });

  test('a rung of hours that a person chose keeps its distance from what another change asked', () => {
    const around = { unprompted: { today: 1, lastAt: plus(due, -15 * minute) } };
    expect(verdict({ around, cadence: { rung: '4h', pinned: true, pinnedRung: '4h' } })).toEqual({
      kind: 'skip',
      reason: 'the customer had a message from us less than four hours ago',
      next: plus(due, 3.75 * hour),
    });
  });

  test('soon after words of trouble, of which nobody was told a time, is tomorrow when today had one', () => {
    const around = { unprompted: { today: 1, lastAt: plus(due, -4 * hour) } };
    expect(verdict({ around, cadence: { dueFor: 'concern' } }).kind).toBe('skip');
    expect(verdict({ cadence: { dueFor: 'concern' } }).kind).toBe('ask');
  });
});

describe('a window that nobody closed', () => {
  const overrun = new Date('2026-03-07T09:00:00-05:00');
  const at = (now: Date, isUnderway: boolean) => {
    const scene = sceneAt(now, {
      transition: live,
      cadence: { rung: '1h', dueAt: now },
      isUnderway,
    });
    return verdictOn(scene, clear, now);
  };
  test('goes on round the clock for some hours while work goes on', () => {
    expect(at(overrun, true)).toEqual({ kind: 'ask' });
    expect(at(new Date('2026-03-07T17:59:59-05:00'), true)).toEqual({ kind: 'ask' });
    expect(at(new Date('2026-03-07T18:00:00-05:00'), true).kind).toBe('skip');
  });

  test('is no reason to write at night when nothing runs', () => {
    expect(at(overrun, false)).toMatchObject({
      reason: 'quiet hours',
      next: new Date('2026-03-09T10:00:00-04:00'),
    });
  });
});

test('a page is open: not now, and again at the next rung of the window or the next working day', () => {
  const around = { hasOpenPage: true };
  const reason = 'a page is open';
  expect(verdict({ around })).toEqual({ kind: 'skip', reason, next: plus(due, 24 * hour) });
  expect(inWindow({ around })).toEqual({ kind: 'skip', reason, next: plus(night, hour) });
});

test('paused: after the pause', () => {
  const pausedUntil = new Date('2026-03-20T12:00:00-04:00');
  expect(verdict({ cadence: { pausedUntil } })).toEqual({
    kind: 'skip',
    reason: 'check-ins are paused',
    next: new Date('2026-03-23T10:00:00-04:00'),
  });
  expect(verdict({ cadence: { pausedUntil: due } }).kind).toBe('ask');
});

test('graduated, stopped, or waiting for an answer: nothing is due', () => {
  expect(verdict({ transition: { phase: 'graduated' } })).toMatchObject({
    kind: 'idle',
    next: null,
  });
  expect(verdict({ around: { hasOpenCheckIn: true } })).toMatchObject({ kind: 'idle', next: null });
  expect(verdict({ cadence: { stopped: true } }).kind).toBe('idle');
  expect(inWindow({ cadence: { stopped: true } })).toMatchObject({ kind: 'idle', next: null });
});

test('a customer who said stop and then declined the end is asked again', () => {
  expect(verdict({ cadence: { stopped: true }, around: { wentOnAt: due } })).toEqual({
    kind: 'go-on',
  });
});

describe('what the customer asked for goes before everything but an open page', () => {
  const wish = { dueFor: 'wish' as const };
  test('stopped, paused, resting, quiet, over budget and just heard', () => {
    const cadence = {
      ...wish,
      stopped: true,
      restingSince: plus(due, -hour),
      pausedUntil: plus(due, hour),
      heardAt: plus(due, -minute),
    };
    expect(verdict({ cadence, around: { unprompted: { today: 2, lastAt: null } } })).toEqual({
      kind: 'ask',
    });
  });

  test('but a page is open', () => {
    expect(verdict({ cadence: wish, around: { hasOpenPage: true } }).kind).toBe('skip');
  });
});

describe('resting after silence', () => {
  const resting = (since: string, more = {}) => ({ restingSince: new Date(since), ...more });

  test('an ordinary day changes nothing', () => {
    expect(verdict({ cadence: resting('2026-03-11T10:00:00-04:00') })).toEqual({
      kind: 'idle',
      reason: 'resting after silence',
      next: new Date('2026-03-19T10:00:00-04:00'),
    });
  });

  test('an expected bad day brings one attempt', () => {
    const now = new Date('2026-03-27T10:00:00-04:00');
    const scene = sceneAt(now, {
      cadence: { dueAt: now, ...resting('2026-03-18T10:00:00-04:00') },
    });
    expect(verdictOn(scene, clear, now)).toEqual({ kind: 'ask', isAttempt: true });
  });

  test('not on the bad day on which the silence itself ended', () => {
    const now = new Date('2026-03-11T11:00:00-04:00');
    const scene = sceneAt(now, {
      cadence: { dueAt: now, ...resting('2026-03-11T10:00:00-04:00') },
    });
    expect(verdictOn(scene, clear, now).kind).toBe('idle');
  });

  test.each([
    ['six days ago', '2026-03-24T10:00:00-04:00', 'idle'],
    ['a week ago', '2026-03-23T10:00:00-04:00', 'ask'],
  ])('the last attempt was %s: %s', (_, restAttempt, kind) => {
    const now = new Date('2026-03-30T10:00:00-04:00');
    const cadence = resting('2026-03-12T10:00:00-04:00', { restAttempt: new Date(restAttempt) });
    const scene = sceneAt(now, { cadence: { dueAt: now, ...cadence } });
    expect(verdictOn(scene, clear, now).kind).toBe(kind);
  });

  test('the advocate closed the task: check-ins go on', () => {
    const cadence = resting('2026-03-16T10:00:00-04:00');
    const before = { silenceClosedAt: new Date('2026-03-16T09:59:59-04:00') };
    const after = { silenceClosedAt: new Date('2026-03-16T10:00:00-04:00') };
    expect(verdict({ cadence, around: before }).kind).toBe('idle');
    expect(verdict({ cadence, around: after })).toEqual({ kind: 'ask' });
  });

  test('in the window a milestone that changes brings one attempt, not sooner than the rung', () => {
    const asked = { rung: '1h' as const, restingSince: plus(night, -30 * minute) };
    const around = { milestoneAt: plus(night, -minute) };
    const attempt = inWindow({ around, cadence: { ...asked, lastAskedAt: plus(night, -hour) } });
    expect(attempt).toEqual({ kind: 'ask', isAttempt: true });
    const early = inWindow({
      around,
      cadence: { ...asked, lastAskedAt: plus(night, second - hour) },
    });
    expect(early.kind).toBe('idle');
    const old = inWindow({
      around: { milestoneAt: plus(night, -3 * hour) },
      cadence: { ...asked, lastAskedAt: plus(night, -hour) },
    });
    expect(old).toEqual({
      kind: 'idle',
      reason: 'resting after silence',
      next: plus(night, 5 * minute),
    });
  });
});
