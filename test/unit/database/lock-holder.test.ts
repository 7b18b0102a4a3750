import { describe, expect, test } from '@jest/globals';
import { lockHolderFrom, mayStillHold } from '../../../src/adapters/database/lock-holder.ts';

const holder = { pid: 7, host: 'here', startMark: 'boot:100' };
const seen = { host: 'here', isRunning: true, startMark: 'boot:100' };

describe('a lock is held', () => {
  test.each([
    ['by the process that wrote it', {}, {}, true],
    ['not once that process is gone', {}, { isRunning: false, startMark: null }, false],
    ['not by a later process with the same pid', {}, { startMark: 'boot:200' }, false],
    ['not by the same pid and tick after a restart', {}, { startMark: 'other:100' }, false],
    ['by a running pid where starts are not known', { startMark: null }, {}, true],
    ['by a running pid whose start cannot be read', {}, { startMark: null }, true],
    ['by a process on another host, seen or not', { host: 'there' }, { isRunning: false }, true],
  ])('%s', (_, lock, sighting, expected) => {
    expect(mayStillHold({ ...holder, ...lock }, { ...seen, ...sighting })).toBe(expected);
  });
});

test('a lock file names its holder, or nobody when it is not whole', () => {
  expect(lockHolderFrom(JSON.stringify(holder))).toEqual(holder);
  for (const text of ['', '{"pid":', '{}', 'null', '{"pid":-1,"host":"x","startMark":null}']) {
    expect(lockHolderFrom(text)).toBeNull();
  }
});
