import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import type { Database, Trip } from '../../../src/shared/database.ts';
import { statement } from '../../../src/shared/statement.ts';
import { emptyDatabase } from '../../harness/database.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';

const clock = createVirtualClock(new Date('2026-03-08T06:59:59.123Z'));

const write = statement(
  'test-together-write',
  `INSERT INTO setting (key, value) VALUES ($1, '1') RETURNING pg_current_xact_id()::text AS transaction`,
  z.object({ transaction: z.string() }),
);
const ask = statement(
  'test-together-ask',
  'SELECT 1 / $1::int AS answer',
  z.object({ answer: z.number() }),
);

let server: TestPostgres;
let database: Database;
beforeAll(async () => {
  server = await openTestPostgres();
  const sources = { clock, random: createCryptoRandom() };
  database = await openDatabase({ kind: 'postgres', url: server.url }, sources);
});
beforeEach(() => emptyDatabase({ database }));
afterAll(async () => {
  await database.close();
  await server.close();
});

/** In which transaction it was written. */
const writeIn = async (trip: Trip, key: string) =>
  (await trip.run(write, [key]))[0]?.transaction ?? '';

/** All of them at the same moment; what came of each, by its key. */
async function atOnce(works: Readonly<Record<string, (trip: Trip) => Promise<unknown>>>) {
  const names = Object.keys(works);
  const ended = await Promise.allSettled(
    Object.entries(works).map(([key, work]) => database.together(key, work)),
  );
  const said = ended.map(each =>
    each.status === 'fulfilled' ? each.value : String(each.reason?.message),
  );
  return Object.fromEntries(names.map((name, n) => [name, said[n]]));
}

const writing = (key: string) => (trip: Trip) => writeIn(trip, key);
const keysKept = async () =>
  (await database.client.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key);

test('what comes at the same moment shares a transaction, and each has its own answer', async () => {
  const came = await atOnce({
    a: writing('a'),
    b: writing('b'),
    c: async () => 'nothing to write',
  });
  expect(came.a).toBe(came.b);
  expect(came.c).toBe('nothing to write');
  expect(await keysKept()).toEqual(['a', 'b']);
});

test('one that is refused before it has written disturbs none of the others', async () => {
  const refused = async (trip: Trip) => {
    await trip.run(ask, [1]);
    throw new Error('There is no such customer.');
  };
  const came = await atOnce({ a: writing('a'), b: refused, c: writing('c') });
  expect(came.b).toBe('There is no such customer.');
  expect(came.a).toBe(came.c);
});

test('one that fails after it has written is undone alone, and the others are kept', async () => {
  const failing = async (trip: Trip) => {
    await writeIn(trip, 'b');
    throw new Error('half way');
  };
  const came = await atOnce({ a: writing('a'), b: failing, c: writing('c') });
  expect(came.b).toBe('half way');
  expect(await keysKept()).toEqual(['a', 'c']);
});

test('a statement that fails costs nobody else their page', async () => {
  const failing = async (trip: Trip) => {
    await writeIn(trip, 'b');
    await trip.run(ask, [0]);
  };
  const came = await atOnce({ a: writing('a'), b: failing, c: writing('c') });
  expect(came.b).toContain('division by zero');
  expect(await keysKept()).toEqual(['a', 'c']);
});

test('what a trip can do without is undone also where others came at the same moment', async () => {
  const withOrnament = async (trip: Trip) => {
    await writeIn(trip, 'b');
    return trip.aside(async () => {
      await writeIn(trip, 'ornament');
      await trip.run(ask, [0]);
    });
  };
  const came = await atOnce({ a: writing('a'), b: withOrnament });
  expect(came.b).toEqual({ failure: 'division by zero' });
  expect(await keysKept()).toEqual(['a', 'b']);
});

test('two of one customer are done one after the other', async () => {
  const order: string[] = [];
  const slow = (name: string) => async (trip: Trip) => {
    order.push(`${name} begins`);
    await trip.run(ask, [1]);
    order.push(`${name} ends`);
  };
  await Promise.all([
    database.together('same', slow('first')),
    database.together('same', slow('second')),
    database.together('other', async trip => void (await writeIn(trip, 'x'))),
  ]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a failure that was passed over is no success, whatever the server says of COMMIT', async () => {
  const passesOver = async (trip: Trip) => {
    await writeIn(trip, 'a');
    await trip.run(ask, [0]).catch(() => {});
    return 'done';
  };
  await expect(database.trip(passesOver)).rejects.toThrow('passed over');
  expect(await atOnce({ a: passesOver, b: writing('b') })).toMatchObject({
    a: expect.stringContaining('passed over'),
  });
  expect(await keysKept()).toEqual(['b']);
});

test('a lock that one of them waits for holds up only that one', async () => {
  await database.trip(trip => writeIn(trip, 'locked'));
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const lock = (trip: Trip) =>
    trip.tx.$queryRaw`SELECT FROM setting WHERE key = 'locked' FOR UPDATE`;
  const isHeld = new Promise<void>(begun => {
    void database.trip(async trip => {
      await lock(trip);
      begun();
      await held;
    });
  });
  await isHeld;
  const waits = database.together('a', lock).then(() => 'waited');
  const goesOn = await database.together('b', writing('b'));
  expect(goesOn).not.toBe('');
  release();
  expect(await waits).toBe('waited');
});
