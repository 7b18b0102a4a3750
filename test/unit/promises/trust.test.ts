import { expect, test } from '@jest/globals';
import { type Outcome, trustOf, trustText } from '../../../src/promises/trust.ts';

const due = new Date('2026-03-10T17:00:00Z');
const later = new Date('2026-03-10T17:00:01Z');
const outcome = (over: Partial<Outcome>): Outcome => ({
  byId: 'adv-1',
  state: 'kept',
  promisedFor: due,
  missedAt: null,
  closedAt: due,
  moves: 0,
  ...over,
});

test('kept at its time is kept, a second after it is late', () => {
  expect(trustOf([outcome({}), outcome({ closedAt: later })])).toMatchObject({ kept: 1, late: 1 });
});

test('moved in time is no fault; moved after it was missed stays late', () => {
  const inTime = outcome({ moves: 1 });
  const tooLate = outcome({ moves: 1, missedAt: due });
  expect(trustOf([inTime, tooLate])).toMatchObject({ kept: 1, late: 1, moved: 1 });
});

test('what was only offered, or taken back, was no promise', () => {
  const none = trustOf([outcome({ state: 'offered' }), outcome({ state: 'withdrawn', moves: 1 })]);
  expect(none).toEqual({ kept: 0, late: 0, missed: 0, moved: 0, open: 0 });
  expect(trustText(none)).toBeNull();
});
