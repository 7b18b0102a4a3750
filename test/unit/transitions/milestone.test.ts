import { describe, expect, test } from '@jest/globals';
import type { Text } from '../../../src/delivery/audience.ts';
import { plainSpans } from '../../../src/delivery/plain-text.ts';
import { durationWords } from '../../../src/transitions/duration.ts';
import { lateText } from '../../../src/transitions/mark-late.ts';
import {
  againstPlan,
  isOnHold,
  legalMoves,
  type Milestone,
  milestoneStates,
  moved,
  moveText,
  watch,
} from '../../../src/transitions/milestone.ts';

const plannedFrom = new Date('2026-03-06T23:00:00Z');
const plannedUntil = new Date('2026-03-07T01:00:00Z');
const said = (text: Text<'shared'>) => plainSpans(text, { timeZone: 'UTC', now: plannedFrom });
const at = (time: string) => new Date(`2026-03-0${time}:00Z`);

function milestone(over: Partial<Milestone> = {}): Milestone {
  return {
    id: 'm',
    key: 'm',
    transitionId: 't',
    customerId: 'northwind',
    name: 'Copy the balances',
    position: 1,
    plannedFrom,
    plannedUntil,
    state: 'planned',
    startedAt: null,
    endedAt: null,
    ...over,
  };
}

describe('lateness', () => {
  test.each([
    ['6T23:09', 'later'],
    ['6T23:10', 'unreported'],
    ['6T23:11', 'unreported'],
  ])('a step of which nobody has said anything, at %s', (time, kind) => {
    expect(watch(milestone(), at(time)).kind).toBe(kind);
  });

  test.each([
    ['7T01:21', 'later'],
    ['7T01:22', 'late'],
    ['7T01:23', 'late'],
  ])('a step underway, two hours long, at %s', (time, kind) => {
    const underway = milestone({ state: 'underway', startedAt: plannedFrom });
    expect(watch(underway, at(time)).kind).toBe(kind);
  });

  test('a step begun after it should have ended gets its planned length', () => {
    const underway = milestone({ state: 'underway', startedAt: at('7T02:00') });
    expect(watch(underway, at('7T02:00'))).toEqual({ kind: 'later', at: at('7T04:22') });
  });

  test('a late step with a new time is late no more, until that time has passed as well', () => {
    const replanned = milestone({ state: 'late', plannedFrom: at('7T05:00') });
    expect(watch(replanned, at('7T03:00'))).toEqual({
      kind: 'no-longer-late',
      state: 'planned',
      at: at('7T05:10'),
    });
    expect(watch(replanned, at('7T05:10'))).toEqual({ kind: 'nothing' });
  });

  test.each(['done', 'late', 'cancelled', 'rolled-back'] as const)(
    'a step that is %s is not watched',
    state => {
      expect(watch(milestone({ state }), at('7T09:00'))).toEqual({ kind: 'nothing' });
    },
  );
});

describe('words about lateness give the time on the customer’s clock', () => {
  const newYork = { timeZone: 'America/New_York' };
  test.each([
    [{}, '6T23:10', 'Copy the balances starts later than planned: it was due to start 18:00.'],
    [{}, '6T22:00', 'Copy the balances will start later than planned: it was due to start 18:00.'],
    [
      { startedAt: plannedFrom },
      '7T01:00',
      'Copy the balances is running longer than planned: it was due to finish 20:00.',
    ],
    [
      { startedAt: plannedFrom },
      '6T23:30',
      'Copy the balances will take longer than planned: it was due to finish 20:00.',
    ],
  ])('%o at %s', (over, time, words) => {
    expect(plainSpans(lateText(milestone(over), at(time)), { ...newYork, now: at(time) })).toBe(
      words,
    );
  });
});

describe('early and late', () => {
  test.each([
    [-11, ', 11 minutes early'],
    [-5, ', five minutes early'],
    [-4, ''],
    [0, ''],
    [4, ''],
    [5, ', five minutes late'],
    [60, ', an hour late'],
    [80, ', an hour and 20 minutes late'],
    [125, ', two hours and five minutes late'],
  ])('%i minutes', (minutes, words) => {
    const actual = new Date(plannedFrom.getTime() + minutes * 60_000);
    expect(said(againstPlan(plannedFrom, actual))).toBe(words);
  });

  test.each([
    [0, 'one minute'],
    [59.6 * 60_000, 'an hour'],
    [47 * 3_600_000, '47 hours'],
    [48 * 3_600_000, 'two days'],
  ])('%d ms', (milliseconds, words) => {
    expect(durationWords(milliseconds)).toBe(words);
  });
});

describe('moves', () => {
  test('no state leads to itself, and every state but the end of the plan can be left', () => {
    for (const state of milestoneStates) {
      expect(legalMoves[state]).not.toContain(state);
      expect(legalMoves[state].length).toBeGreaterThan(0);
    }
  });

  test('dates follow the state', () => {
    const now = at('7T00:00');
    const underway = milestone({ state: 'underway', startedAt: plannedFrom });
    expect(moved(milestone(), 'underway', now)).toEqual({
      state: 'underway',
      startedAt: now,
      endedAt: null,
    });
    expect(moved(underway, 'done', now)).toEqual({
      state: 'done',
      startedAt: plannedFrom,
      endedAt: now,
    });
    expect(moved(underway, 'planned', now)).toEqual({
      state: 'planned',
      startedAt: null,
      endedAt: null,
    });
    const late = milestone({ state: 'late', startedAt: plannedFrom });
    expect(moved(late, 'underway', now).startedAt).toEqual(plannedFrom);
    const back = milestone({ state: 'rolled-back', startedAt: plannedFrom, endedAt: now });
    expect(moved(back, 'underway', now)).toEqual({
      state: 'underway',
      startedAt: now,
      endedAt: null,
    });
  });

  test.each([
    ['underway', {}, 'Copy the balances: started, an hour late.'],
    ['done', { state: 'underway' }, 'Copy the balances: done, an hour early.'],
    ['cancelled', {}, 'Copy the balances: cancelled. It is no longer part of the plan.'],
    ['rolled-back', { state: 'underway' }, 'Copy the balances: rolled back.'],
    ['planned', { state: 'cancelled' }, 'Copy the balances: back in the plan, not started yet.'],
    ['underway', { state: 'done' }, 'Copy the balances: running again.'],
  ] as const)('to %s from %o', (to, over, words) => {
    expect(said(moveText(milestone(over), to, at('7T00:00')))).toBe(words);
  });
});

test('only planned steps behind a rolled-back one are on hold', () => {
  const back = milestone({ id: 'b', position: 1, state: 'rolled-back' });
  const all = [back];
  expect(isOnHold(milestone({ position: 2 }), all)).toBe(true);
  expect(isOnHold(milestone({ position: 0 }), all)).toBe(false);
  expect(isOnHold(milestone({ position: 2, state: 'done' }), all)).toBe(false);
});
