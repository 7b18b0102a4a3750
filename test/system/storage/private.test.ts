import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';

let parent: string;
let directory: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handrail-private-'));
  directory = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const open = () =>
  openDatabase(
    { kind: 'directory', path: directory },
    { clock: systemClock, random: createCryptoRandom() },
  );

const isClosed = async (path: string) => ((await stat(path)).mode & 0o077) === 0;

/** What somebody else on the machine could get at: behind a closed directory nothing. */
async function listOpenToOthers(path: string): Promise<string[]> {
  if (await isClosed(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const inside = await readdir(path);
  const open = await Promise.all(inside.map(name => listOpenToOthers(join(path, name))));
  return [path, ...open.flat()];
}

/** The data directory, and the database in it, which may stand in a directory that was there before. */
const listOpen = async () => [
  ...(await listOpenToOthers(directory)),
  ...(await listOpenToOthers(join(directory, 'database'))),
];

test('nobody else on the machine can read what customers said, while Handrail runs and after', async () => {
  const database = await open();
  await database.client.setting.create({ data: { key: 'words', value: 'What a customer said' } });
  expect(await listOpen()).toEqual([]);
  await database.close();
  expect(await listOpen()).toEqual([]);
});

test('a database that was open to others is closed to them at the next start', async () => {
  await (await open()).close();
  const database = join(directory, 'database');
  await chmod(database, 0o755);
  await chmod(join(database, 'PG_VERSION'), 0o666);
  await (await open()).close();
  expect(await listOpen()).toEqual([]);
});
