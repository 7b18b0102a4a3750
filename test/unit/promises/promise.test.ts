import { expect, test } from '@jest/globals';
import { bare, promiseFrom } from '../../../src/promises/promise.ts';

const row = {
  id: 'p',
  customerId: 'northwind',
  byId: null,
  state: 'open',
  visibility: 'shared',
  text: 'Report fix',
  madeAt: new Date(0),
  promisedFor: new Date(1),
};

test.each([
  ['shared', 'shared'],
  ['internal', 'internal'],
  ['', 'internal'],
  ['Shared', 'internal'],
])('a promise marked "%s" is %s', (visibility, expected) => {
  expect(promiseFrom({ ...row, visibility }).visibility).toBe(expected);
});

test('a state nobody knows is a bug, not a promise', () => {
  expect(() => promiseFrom({ ...row, state: 'forgotten' })).toThrow();
});

test.each([
  ['Report fix.', 'Report fix'],
  ['Report fix', 'Report fix'],
  [' Report fix. . ', 'Report fix'],
])('"%s" stands in a sentence as "%s"', (text, expected) => {
  expect(bare(text)).toBe(expected);
});
