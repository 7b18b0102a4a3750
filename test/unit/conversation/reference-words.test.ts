import { expect, test } from '@jest/globals';
import { isReferenceRefused } from '../../../src/conversation/words/reference-words.ts';

test.each([
  ['You can no longer name us', true],
  ["please don't use me as a reference any more", true],
  ['We changed hands. Please stop naming us.', true],
  ['we no longer want to be a reference', true],
  ['take us off your list of references', true],
  ['I can not find the reference in the invoice', false],
  ['take the reference number from the mail', false],
  ["don't forget the reference to the ticket", false],
  ['you can name us', false],
  ['you may not use the old labels', false],
  ['stop', false],
])('"%s" takes a reference back: %s', (text, isBack) =>
  expect(isReferenceRefused(text)).toBe(isBack),
);
