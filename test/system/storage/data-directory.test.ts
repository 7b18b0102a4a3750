import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { DatabaseUnavailableError } from '../../../src/adapters/database/database-error.ts';
import { inspectProcess } from '../../../src/adapters/database/inspect-process.ts';
import { lockDirectory } from '../../../src/adapters/database/lock-directory.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';

let directory: string;
let holders: ChildProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'handrail-data-'));
});
afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  holders = [];
  await rm(directory, { recursive: true, force: true });
});

const lockFile = () => join(directory, 'handrail.lock');

/** Another process on the data directory, and the line it printed. */
async function startHolder(what: 'lock' | 'open'): Promise<{ child: ChildProcess; said: string }> {
  const program = ['--import', 'tsx', 'test/harness/hold-database.ts', what, directory];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] });
  holders.push(child);
  const [said] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, said };
}

/** A dead process whose parent never asks how it ended: it dies once that has become a `sleep`, for a shell may ask. */
async function startZombie(): Promise<number> {
  const dies = 'until grep -qx sleep /proc/$PPID/comm; do :; done';
  const child = spawn('sh', ['-c', `sh -c '${dies}' & echo $!; exec sleep 60`], { stdio: 'pipe' });
  holders.push(child);
  const [said] = await once(createInterface({ input: child.stdout }), 'line');
  while (!(await readFile(`/proc/${said}/stat`, 'utf8')).includes(') Z '));
  return Number(said);
}

async function end(child: ChildProcess, how: 'SIGKILL' | 'gracefully'): Promise<void> {
  const ended = once(child, 'exit');
  if (how === 'gracefully') child.stdin?.end();
  else child.kill(how);
  await ended;
}

const open = () =>
  openDatabase(
    { kind: 'directory', path: directory },
    { clock: systemClock, random: createCryptoRandom() },
  );

test('a second process is refused by the pid of the first, and let in once that has ended', async () => {
  const { child, said } = await startHolder('open');
  expect(said).toBe('held');
  await expect(open()).rejects.toThrow(DatabaseUnavailableError);
  await expect(open()).rejects.toThrow(`in use by process ${child.pid}.`);
  await end(child, 'gracefully');
  expect(existsSync(lockFile())).toBe(false);
  const database = await open();
  await database.close();
});

test('what was committed before a kill -9 is there for the next process, which takes the lock over', async () => {
  const first = await open();
  await first.trip(({ tx }) =>
    tx.setting.create({ data: { key: 'kept', value: 1 } }).then(() => {}),
  );
  await first.close();
  const { child } = await startHolder('open');
  await end(child, 'SIGKILL');
  expect(existsSync(lockFile())).toBe(true);
  const second = await open();
  expect(await second.client.setting.findUnique({ where: { key: 'kept' } })).not.toBeNull();
  await second.close();
  expect(existsSync(lockFile())).toBe(false);
});

test('the same process cannot open the directory twice', async () => {
  const release = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow(`in use by process ${process.pid}.`);
  await release();
  await (await lockDirectory(directory))();
});

describe('a lock that nobody holds any more is taken over', () => {
  const holder = { pid: process.pid, host: hostname(), startMark: null as string | null };

  async function expectTaken(content: string): Promise<void> {
    await writeFile(lockFile(), content);
    const release = await lockDirectory(directory);
    expect(JSON.parse(await readFile(lockFile(), 'utf8')).pid).toBe(process.pid);
    await release();
  }

  test('when its process is gone', () =>
    expectTaken(JSON.stringify({ ...holder, pid: 2 ** 22 + 1 })));

  test('when its pid now belongs to a process that began later', () =>
    expectTaken(JSON.stringify({ ...holder, startMark: 'another-boot:1' })));

  test('when its process died and nobody reaped it', async () => {
    const pid = await startZombie();
    expect(await inspectProcess(pid)).toMatchObject({ isRunning: false });
    const { startMark } = await inspectProcess(pid);
    await expectTaken(JSON.stringify({ ...holder, pid, startMark }));
  });

  test('when a crash cut its writing short', () => expectTaken('{"pid":'));

  test('when it is empty', () => expectTaken(''));

  test('by exactly one of many that find it at once', async () => {
    await writeFile(lockFile(), JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
    const all = await Promise.all(Array.from({ length: 6 }, () => startHolder('lock')));
    expect(all.filter(({ said }) => said === 'held')).toHaveLength(1);
    expect(all.filter(({ said }) => said.includes('is in use by process'))).toHaveLength(5);
  });

  test('and a release never removes the lock of whoever came after', async () => {
    const release = await lockDirectory(directory);
    const other = JSON.stringify({ ...holder, pid: 1 });
    await writeFile(lockFile(), other);
    await release();
    expect(await readFile(lockFile(), 'utf8')).toBe(other);
  });
});

test('a lock of another host is respected, because its process cannot be seen from here', async () => {
  await writeFile(lockFile(), JSON.stringify({ pid: 7, host: 'elsewhere', startMark: null }));
  await expect(lockDirectory(directory)).rejects.toThrow(
    `process 7 on elsewhere. If that no longer runs, delete ${lockFile()}`,
  );
});

test('a directory that cannot be written says which, why, and what to set', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  for (const path of [join(file, 'data'), '/proc/handrail', '/dev/null/data']) {
    const start = lockDirectory(path);
    await expect(start).rejects.toThrow(DatabaseUnavailableError);
    await expect(start).rejects.toThrow(`Cannot write to the data directory ${path}: `);
    await expect(start).rejects.toThrow('set DATA_DIR to a directory it may write to');
  }
});

test('a directory that holds something else than our database says so and lets go of the lock', async () => {
  await writeFile(join(directory, 'database'), 'not a directory');
  await expect(open()).rejects.toThrow(/does not start: .*Restore the directory from a backup/s);
  expect(existsSync(lockFile())).toBe(false);
});
