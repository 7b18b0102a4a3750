import { expect, test } from '@jest/globals';
import { matchSteps } from '../../../src/situation/step-match.ts';

const names = [
  'Back up the servers',
  'Open ward 5',
  'Open ward 6',
  'Start the training',
  'Migrate the invoices',
];

test.each([
  ['is the backup done', ['Back up the servers']],
  ['what will happen on ward 5', ['Open ward 5']],
  ['when does ward six open', ['Open ward 5', 'Open ward 6']],
  ['when is 5', []],
  ['did it start', []],
  ['when does the training start', ['Start the training']],
  ['is the invoice migration finished', ['Migrate the invoices']],
  ["is the server's backup through", ['Back up the servers']],
  ['how is the weather', []],
])('%s', (text, expected) => {
  expect(matchSteps(text, names).map(index => names[index])).toEqual(expected);
});
