import { expect, test } from '@jest/globals';
import { namedIn } from '../../../src/check-ins/answers/thanked.ts';

const people = ['Nora Whitfield', 'Tom Adeyemi', 'Tom Baker', 'Grace Kim'].map(name => ({
  id: name,
  name,
}));

test.each([
  ['thanks nora, that helped', ['Nora Whitfield']],
  ['Thank you, Tom', ['Tom Adeyemi', 'Tom Baker']],
  ['Tom Baker was great', ['Tom Baker']],
  ['thank you for the grace period', []],
  ['Grace was wonderful', ['Grace Kim']],
  ['thanks for the tomatoes', []],
] as const)('"%s" is for %j', (said, names) => {
  expect(namedIn(said, people).map(({ name }) => name)).toEqual(names);
});
