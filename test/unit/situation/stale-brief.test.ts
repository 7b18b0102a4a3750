import { expect, test } from '@jest/globals';
import { goneFrom } from '../../../src/situation/stale-brief.ts';

const people = [
  { id: 'a', name: 'Nora Whitfield', isGone: true },
  { id: 'b', name: 'Tom Adeyemi', isGone: false },
  { id: 'c', name: 'Tom Baker', isGone: true },
];

test.each([
  ['Nora knows the night batch', ['Nora Whitfield']],
  ['Ask Tom first', []],
  ['Tom Baker built the interface', ['Tom Baker']],
  ['Careful with the month-end', []],
] as const)('"%s" speaks of %j, who left', (brief, names) => {
  expect(goneFrom(brief, people)).toEqual(names);
});
