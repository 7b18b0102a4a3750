import { expect, test } from '@jest/globals';
import { problemFrom } from '../../../src/adapters/api/problem.ts';
import { busyReasonOf, isWorthRetrying } from '../../../src/adapters/database/conflict.ts';
import { DatabaseBusyError } from '../../../src/adapters/database/database-error.ts';

const withCode = (code: string) => Object.assign(new Error('pg'), { code });

test('whoever asks while the database has too much to do is told to come back, and that nothing was done', () => {
  const { status, code, headers } = problemFrom(new DatabaseBusyError('It is busy.'));
  expect({ status, code, headers }).toEqual({
    status: 503,
    code: 'busy',
    headers: { 'Retry-After': '2' },
  });
});

test.each([
  ['no connection was free', new Error('timeout exceeded when trying to connect')],
  ['lock timeout', withCode('55P03')],
  ['statement timeout', new Error('told by somebody else', { cause: withCode('57014') })],
])('"%s" is busy, and not worth trying again at once', (reason, error) => {
  expect([busyReasonOf(error), isWorthRetrying(error)]).toEqual([reason, false]);
});

test('a key that somebody else took first is tried again, and is not busy', () => {
  const error = withCode('23505');
  expect([busyReasonOf(error), isWorthRetrying(error)]).toEqual([null, true]);
});

test('a fault of ours stays one', () => {
  expect(busyReasonOf(withCode('42601'))).toBeNull();
  expect(problemFrom(withCode('42601')).status).toBe(500);
});
