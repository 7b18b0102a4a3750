import { describe, expect, test } from '@jest/globals';
import { nextDeeds, nextWorkAt } from '../../../src/adapters/practice/clock/crew.ts';
import type { Milestone } from '../../../src/transitions/milestone.ts';

const at = (clock: string) => new Date(`2026-03-06T${clock}:00-05:00`);

function step(key: string, from: string, until: string, more: Partial<Milestone> = {}): Milestone {
  return {
    id: key,
    key,
    transitionId: 't',
    customerId: 'c',
    name: key,
    position: Number(key),
    plannedFrom: at(from),
    plannedUntil: at(until),
    state: 'planned',
    startedAt: null,
    endedAt: null,
    ...more,
  };
}

describe('a crew that keeps to the plan', () => {
  test.each([
    ['starts a step in time', {}, 'underway', '18:00'],
    [
      'ends it just before its time',
      { state: 'underway', startedAt: at('18:00') },
      'done',
      '18:58',
    ],
    [
      'gives a step begun late its planned length',
      { state: 'underway', startedAt: at('18:45') },
      'done',
      '19:43',
    ],
    [
      'begins a step said to be late three quarters of an hour later',
      { state: 'late' },
      'underway',
      '18:45',
    ],
    [
      'ends a step said to overrun three quarters of an hour later',
      { state: 'late', startedAt: at('18:00') },
      'done',
      '19:45',
    ],
    [
      'ends a step begun late after its planned length, late or not',
      { state: 'late', startedAt: at('18:45') },
      'done',
      '19:43',
    ],
  ] as const)('%s', (_name, more, to, clock) => {
    expect(nextDeeds([step('1', '18:00', '19:00', more)])).toEqual([
      { milestoneId: '1', to, at: at(clock) },
    ]);
  });

  test.each(['done', 'cancelled', 'rolled-back'] as const)(
    'leaves a step alone that is %s',
    state => {
      expect(nextDeeds([step('1', '18:00', '19:00', { state })])).toEqual([]);
    },
  );

  test('does not begin what follows before the step that slips is over', () => {
    const late = step('1', '18:00', '19:00', { state: 'late', startedAt: at('18:00') });
    const next = step('2', '19:00', '20:00');
    const beside = step('3', '18:45', '19:15');
    expect(nextDeeds([late, next, beside]).map(({ milestoneId }) => milestoneId)).toEqual([
      '1',
      '3',
    ]);
    expect(nextWorkAt([late, next, beside])).toEqual(at('18:45'));
    const done = { ...late, state: 'done', endedAt: at('19:45') } as const;
    expect(nextDeeds([done, next]).map(({ milestoneId }) => milestoneId)).toEqual(['2']);
  });

  test('waits for a new plan after a step was rolled back', () => {
    const back = step('1', '18:00', '19:00', { state: 'rolled-back' });
    expect(nextWorkAt([back, step('2', '19:00', '20:00')])).toBeNull();
  });
});
