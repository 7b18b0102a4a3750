import { expect, test } from '@jest/globals';
import { nextStep } from '../../../src/leaves/leave.ts';

const until = new Date('2026-03-27T09:00:00Z');
const before = new Date('2026-03-27T08:59:59Z');

test.each([
  ['planned', before, 'begin'],
  ['begun', before, 'tell-away'],
  ['begun', until, 'end'],
  ['told', until, 'end'],
  ['back', until, 'tell-back'],
  ['over', until, 'nothing'],
  ['cancelled', until, 'nothing'],
] as const)('a stand-in that is %s goes on as it should', (state, now, step) => {
  expect(nextStep({ state, until }, now)).toBe(step);
});
