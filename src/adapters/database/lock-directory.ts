import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, messageOf } from '../../shared/errors.ts';
import { DatabaseUnavailableError } from './database-error.ts';
import { inspectProcess } from './inspect-process.ts';
import { type LockHolder, lockHolderFrom, mayStillHold } from './lock-holder.ts';

/** How long a lock may be empty, or a takeover last, before we take its maker for dead. */
const patienceMs = 2_000;

/**
 * Makes this process the only one on the data directory; PGlite itself lets two processes in and
 * loses rows. Returns how to release it. Throws DatabaseUnavailableError, naming the process that
 * is there, or why the directory cannot be written.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'handrail.lock');
  const mine = await describeMyself();
  await makeDirectory(directory).catch(cause => refuseUnwritable(directory, cause));
  for (let tries = 0; tries < 100; tries += 1) {
    if (await create(file, mine)) return () => release(file, mine);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    await refuseLiving(directory, lockHolderFrom(text));
    await takeOver(file, text);
  }
  throw new DatabaseUnavailableError(
    `Cannot lock the data directory ${directory}: several processes keep taking it from each other. Stop all but one.`,
  );
}

/** By hand: with `recursive`, Node's mkdir never returns for a directory such as /proc/x (ENOENT, over and over). */
async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    const parent = dirname(directory);
    if (codeOf(error) !== 'ENOENT' || parent === directory || existsSync(parent)) throw error;
    await makeDirectory(parent);
    await makeDirectory(directory);
  }
}

async function describeMyself(): Promise<string> {
  const { host, startMark } = await inspectProcess(process.pid);
  return JSON.stringify({ pid: process.pid, host, startMark } satisfies LockHolder);
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    return refuseUnwritable(join(file, '..'), cause);
  }
}

async function refuseLiving(directory: string, holder: LockHolder | null): Promise<void> {
  if (!holder) return;
  const seen = await inspectProcess(holder.pid);
  if (!mayStillHold(holder, seen)) return;
  const where =
    holder.host === seen.host
      ? `process ${holder.pid}`
      : `process ${holder.pid} on ${holder.host}. If that no longer runs, delete ${join(directory, 'handrail.lock')}`;
  throw new DatabaseUnavailableError(
    `The data directory ${directory} is in use by ${where}. Stop it first, set DATA_DIR to another directory, or use PostgreSQL (DATABASE_URL), which many processes can share.`,
  );
}

/**
 * Removes a dead process's lock. Two processes may find it dead at once, and the slower one must not
 * remove the lock that the faster one has made meanwhile: so only one at a time may remove.
 */
async function takeOver(file: string, found: string): Promise<void> {
  const turn = `${file}.takeover`;
  if (!(await create(turn, String(process.pid)))) {
    if (await isOlderThan(turn, patienceMs)) await rm(turn, { force: true });
    await pause(20);
    return;
  }
  try {
    const isEmpty = lockHolderFrom(found) === null;
    if (isEmpty && !(await isOlderThan(file, patienceMs))) return;
    const now = await readFile(file, 'utf8').catch(() => null);
    if (now === found) await rm(file, { force: true });
  } finally {
    await rm(turn, { force: true });
    await pause(20);
  }
}

async function isOlderThan(file: string, milliseconds: number): Promise<boolean> {
  const made = await stat(file).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > milliseconds;
}

async function release(file: string, mine: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === mine) await rm(file, { force: true });
}

function refuseUnwritable(directory: string, cause: unknown): never {
  throw new DatabaseUnavailableError(
    `Cannot write to the data directory ${directory}: ${messageOf(cause)}. Give this user the right to write there, or set DATA_DIR to a directory it may write to.`,
    { cause },
  );
}
