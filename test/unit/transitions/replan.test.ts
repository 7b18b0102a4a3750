import { describe, expect, test } from '@jest/globals';
import type { Milestone } from '../../../src/transitions/milestone.ts';
import { replanned } from '../../../src/transitions/replan.ts';

const at = (clock: string) => new Date(`2026-03-06T${clock}:00Z`);

function step(key: string, from: string, until: string, over: Partial<Milestone> = {}): Milestone {
  return {
    id: `n/erp/${key}`,
    key,
    transitionId: 'n/erp',
    customerId: 'n',
    name: key,
    position: 0,
    plannedFrom: at(from),
    plannedUntil: at(until),
    state: 'planned',
    startedAt: null,
    endedAt: null,
    ...over,
  };
}

const moves = (slipped: Milestone, until: string, others: readonly Milestone[]) =>
  replanned(slipped, { from: slipped.plannedFrom, until: at(until) }, [slipped, ...others])
    .slice(1)
    .map(({ milestone, from, until: end }) =>
      [milestone.key, from.toISOString().slice(11, 16), end.toISOString().slice(11, 16)].join(' '),
    );

describe('a step that takes longer', () => {
  const copy = step('copy', '10:00', '12:00');

  test('moves what follows only as far as it would overlap, and keeps its length', () => {
    const open = step('open', '12:00', '13:00');
    const check = step('check', '13:30', '14:00');
    expect(moves(copy, '12:20', [open, check])).toEqual(['open 12:20 13:20']);
    expect(moves(copy, '13:00', [open, check])).toEqual(['open 13:00 14:00', 'check 14:00 14:30']);
  });

  test('moves nothing where there is room', () => {
    expect(moves(copy, '12:29', [step('open', '12:30', '13:00')])).toEqual([]);
    expect(moves(copy, '12:30', [step('open', '12:30', '13:00')])).toEqual([]);
    expect(moves(copy, '12:31', [step('open', '12:30', '13:00')])).toEqual(['open 12:31 13:01']);
  });

  test('leaves alone what was planned beside it, and what has begun or is over', () => {
    const beside = step('beside', '11:30', '12:30');
    const begun = step('begun', '12:00', '13:00', { state: 'underway', startedAt: at('11:50') });
    const over = step('over', '12:00', '13:00', { state: 'done', endedAt: at('11:50') });
    expect(moves(copy, '14:00', [beside, begun, over])).toEqual([]);
  });

  test('moves only what comes after it, where the plan says what does', () => {
    const other = step('other', '12:00', '13:00', { after: ['backup'] });
    const own = step('own', '12:00', '13:00', { after: ['copy'] });
    expect(moves(copy, '12:30', [other, own])).toEqual(['own 12:30 13:30']);
  });
});
