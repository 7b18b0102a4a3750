import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { connectPostgres } from '../../../src/adapters/database/connect-postgres.ts';
import { DatabaseUnavailableError } from '../../../src/adapters/database/database-error.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { tablesOf } from '../../../src/adapters/database/plain/tables.ts';
import { setupTables } from '../../../src/adapters/database/read-cache.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import type { Database, Tx } from '../../../src/shared/database.ts';
import { emptyDatabase, openTestDatabase } from '../../harness/database.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';

const clock = createVirtualClock(new Date('2026-03-08T06:59:59.123Z'));
const random = createCryptoRandom();

const set = (tx: Tx, key: string, value: number) =>
  tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
const readValue = async (tx: Tx, key: string) =>
  (await tx.setting.findUnique({ where: { key } }))?.value ?? null;

const plainName = (model: string) => model.charAt(0).toLowerCase() + model.slice(1);

let server: TestPostgres;
beforeAll(async () => {
  server = await openTestPostgres();
});
afterAll(() => server.close());

const openServer = () => openDatabase({ kind: 'postgres', url: server.url }, { clock, random });
const openEmbedded = async () => (await openTestDatabase(clock.now())).database;

describe.each([
  ['the embedded database', openEmbedded],
  ['PostgreSQL', openServer],
])('on %s', (_, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyDatabase({ database }));
  afterAll(() => database.close());

  test('a trip writes all or nothing, and the next one is not held up by its failure', async () => {
    const failing = database.trip(async ({ tx }) => {
      await set(tx, 'a', 1);
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await database.trip(({ tx }) => readValue(tx, 'a'))).toBeNull();
  });

  test('a trip reads the clock once', async () => {
    const seen = await database.trip(async ({ now }) => now);
    expect(seen).toEqual(clock.now());
  });

  test('a trip inside a trip is an error, not a deadlock', async () => {
    const nested = database.trip(() => database.trip(async () => 1));
    await expect(nested).rejects.toThrow('A trip was begun inside a trip');
  });

  test('inside a trip another database may have its own, but not lead back to this one', async () => {
    const other = await openEmbedded();
    const through = <T>(work: () => Promise<T>) => database.trip(() => other.trip(work));
    expect(await through(async () => 1)).toBe(1);
    const back = through(() => database.trip(async () => 1));
    await expect(back).rejects.toThrow('A trip was begun inside a trip');
    await other.close();
  });

  test('a trip may be begun by what an earlier trip has left running', async () => {
    let later: Promise<number> = Promise.resolve(0);
    const ended = meetingOf(2);
    await database.trip(async () => {
      later = ended().then(() => database.trip(async () => 1));
    });
    await ended();
    expect(await later).toBe(1);
  });

  test('many trips at once, with reads beside them, all come through and none is lost', async () => {
    await database.trip(({ tx }) => set(tx, 'count', 0).then(() => {}));
    const trips = Array.from({ length: 30 }, () =>
      database.trip(async ({ tx }) => {
        await tx.$queryRaw`SELECT 1 FROM setting WHERE key = 'count' FOR UPDATE`;
        await set(tx, 'count', Number(await readValue(tx, 'count')) + 1);
      }),
    );
    const reads = Array.from({ length: 30 }, () => database.client.setting.count());
    await Promise.all([...trips, ...reads]);
    expect(await readValue(database.client, 'count')).toBe(30);
  });

  test('instants come back as they were written, to the millisecond, whatever the hour', async () => {
    const instants = [
      '2026-03-08T06:59:59.999Z', // the second before New York's clocks go forward
      '2026-03-08T07:00:00.000Z',
      '2026-11-01T05:30:00.001Z', // the hour that comes twice there
      '2026-11-01T06:30:00.001Z',
      '2000-02-29T23:59:59.500Z',
    ].map(text => new Date(text));
    for (const at of instants) {
      await database.trip(async ({ tx }) => {
        const id = random.id();
        const data = { id, customerId: 'c', kind: 'note', visibility: 'shared', text: '', at };
        await tx.event.create({ data: { ...data, recordedAt: at } });
        const found = await tx.event.findFirst({ where: { at: { gte: at, lte: at } } });
        expect(found?.at).toEqual(at);
        const [row] = await tx.$queryRaw<{ ms: number; at: Date }[]>`
          SELECT (extract(epoch FROM at) * 1000)::float8 AS ms, at FROM event WHERE id = ${id}`;
        expect(row).toEqual({ ms: at.getTime(), at });
        const raw = await tx.$queryRaw<
          unknown[]
        >`SELECT 1 FROM event WHERE at <= ${at} AND id = ${id}`;
        expect(raw).toHaveLength(1);
      });
    }
  });

  test('every table that is remembered between trips says when it changes, and no other does', async () => {
    const noted = await database.client.$queryRaw<{ name: string }[]>`
      SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'note_setup_change'`;
    const names = noted.map(({ name }) => name.replaceAll('"', ''));
    expect(names.sort()).toEqual([...setupTables].sort());
  });

  test('what is asked and changed by statements of our own, Prisma would have answered and written alike', async () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 2, 8, hour));
    const own = { customerId: 'c', kind: 'k', text: 't', assigneeId: 'a', createdAt: at(0) };
    await database.client.task.createMany({
      data: [
        { ...own, id: 'a', key: 'a', state: 'open' },
        { ...own, id: 'b', key: 'b', state: 'open', closedAt: at(1) },
        { ...own, id: 'c', key: 'c', state: 'done', closedAt: at(2) },
      ],
    });
    const hand = { side: 'vendor', timeZone: 'UTC', contact: [{ via: 'chat', after: 0 }] };
    await database.client.person.createMany({
      data: [
        { ...hand, id: 'ana', name: 'Ana', skills: ['sql'] },
        { ...hand, id: 'ben', name: 'Ben', partnerOf: ['c'] },
      ],
    });
    const said = { customerId: 'c', kind: 'note', visibility: 'internal', at: at(1) };
    await database.client.event.create({
      data: { ...said, id: 'e', text: 'x', recordedAt: at(1), data: { n: [1.5, null] } },
    });
    const ask = async (tx: Tx) => [
      await tx.task.findMany({
        where: { id: { in: ['a', 'c'] }, OR: [{ closedAt: null }, { closedAt: { lte: at(2) } }] },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        select: { id: true, closedAt: true },
      }),
      await tx.task.findMany({ where: { closedAt: { not: at(1) } }, orderBy: { id: 'asc' } }),
      await tx.task.findMany({ where: { id: { notIn: [] } }, orderBy: { id: 'desc' }, take: 2 }),
      await tx.task.findFirst({ where: { state: { not: 'open' }, assigneeId: 'a' } }),
      await tx.task.findUnique({ where: { id: 'nobody' } }),
      await tx.task.count({ where: { closedAt: { gt: at(0), lt: at(2) } } }),
      await tx.person.findMany({ where: { skills: { hasSome: ['sql'] }, active: true } }),
      await tx.person.findMany({ where: { skills: { isEmpty: true } }, take: 1, skip: 0 }),
      await tx.person.findMany({
        where: {
          active: true,
          AND: [{ OR: [{ side: 'customer' }, { side: 'vendor', partnerOf: { has: 'c' } }] }],
          OR: [{ id: { in: ['ana', 'ben'] } }, { skills: { hasSome: [] } }],
        },
      }),
      await tx.person.findMany({ where: { AND: [{ id: 'ana' }, {}] } }),
      await tx.event.findMany({ where: { data: { path: ['n'], not: 1 } } }),
    ];
    await database.trip(async ({ tx }) => {
      const [ana] = await tx.person.findMany({
        where: { id: { in: ['ana', 'ben'] } },
        orderBy: { id: 'asc' },
      });
      // Whoever came in a list is known, and is not asked for again.
      expect(await tx.person.findUnique({ where: { id: 'ana' } })).toBe(ana);
      const [ben] = await tx.person.findMany({ where: { id: 'ben' }, select: { id: true } });
      expect(await tx.person.findUnique({ where: { id: 'ben' } })).not.toEqual(ben);
    });
    const answers = await database.trip(({ tx }) => ask(tx));
    expect(answers).toEqual(await ask(database.client));
    expect(answers[0]).toEqual([
      { id: 'a', closedAt: null },
      { id: 'c', closedAt: at(2) },
    ]);

    const [updated, ...counts] = await database.trip(async ({ tx }) => [
      await tx.task.update({ where: { id: 'a' }, data: { state: 'done', closedAt: at(5) } }),
      await tx.task.updateMany({ where: { state: 'open' }, data: { text: 'u', closedAt: null } }),
      await tx.task.deleteMany({ where: { id: 'c' } }),
    ]);
    expect(counts).toEqual([{ count: 1 }, { count: 1 }]);
    expect(updated).toEqual(await database.client.task.findUnique({ where: { id: 'a' } }));
    await database.trip(({ tx }) =>
      tx.person.update({
        where: { id: 'ben' },
        data: { skills: ['go', '"{'], contact: [{ a: '"' }] },
      }),
    );
    const ben = await database.client.person.findUnique({ where: { id: 'ben' } });
    expect(ben).toMatchObject({ skills: ['go', '"{'], contact: [{ a: '"' }] });
    const nobody = database.trip(({ tx }) =>
      tx.task.update({ where: { id: 'nobody' }, data: { text: '' } }),
    );
    await expect(nobody).rejects.toMatchObject({ code: 'P2025' });
  });

  test('every table but that of the version is one our own statements can speak of', () => {
    const tables = tablesOf(database.client);
    const models = Object.values(Prisma.ModelName).filter(name => name !== 'SetupVersion');
    expect([...tables.keys()].sort()).toEqual(models.map(plainName).sort());
    expect(tables.get('vendorPromise')).toMatchObject({ name: 'promise' });
  });

  test('no list is ever null, which Prisma would hide and our own statements would not', async () => {
    const lists = await database.client.$queryRaw`SELECT table_name, column_name
      FROM information_schema.columns WHERE data_type = 'ARRAY' AND column_default IS NULL
        AND table_schema = 'public'`;
    expect(lists).toEqual([]);
  });

  test('a key that is taken is reported as such', async () => {
    await database.trip(({ tx }) => set(tx, 'taken', 1).then(() => {}));
    const create = database.trip(({ tx }) =>
      tx.setting.create({ data: { key: 'taken', value: 2 } }),
    );
    await expect(create).rejects.toMatchObject({ code: 'P2002' });
  });

  test('emptying leaves no row and starts the counters again', async () => {
    const add = () =>
      database.trip(({ tx, now }) =>
        tx.inbox.create({ data: { id: 'x', payload: {}, state: 'waiting', receivedAt: now } }),
      );
    await add();
    await emptyDatabase({ database });
    expect((await add()).seq).toBe(1n);
  });
});

describe('several processes on one PostgreSQL', () => {
  let one: Database;
  let two: Database;
  beforeAll(async () => {
    one = await openServer();
    two = await openServer();
  });
  beforeEach(() => emptyDatabase({ database: one }));
  afterAll(() => Promise.all([one.close(), two.close()]));

  test('share the work: what one has claimed, the other skips', async () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      const data = {
        id,
        payload: {},
        state: 'waiting' as const,
        receivedAt: clock.now(),
        dueAt: clock.now(),
      };
      await one.client.inbox.create({ data });
    }
    const claim = (tx: Tx) =>
      tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM inbox WHERE "dueAt" <= ${clock.now()} ORDER BY seq LIMIT 2 FOR UPDATE SKIP LOCKED`;
    const [first, second] = await one.trip(async ({ tx }) => {
      const mine = await claim(tx);
      return [mine, await two.trip(trip => claim(trip.tx))];
    });
    expect(first?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(second?.map(({ id }) => id)).toEqual(['c', 'd']);
  });

  test('a deadlock ends with both having done their work', async () => {
    await Promise.all(['a', 'b'].map(key => set(one.client, key, 0)));
    const meeting = meetingOf(2);
    const add = (database: Database, keys: readonly string[]) =>
      database.trip(async ({ tx }) => {
        for (const key of keys) {
          await tx.$executeRaw`UPDATE setting SET value = to_jsonb(value::int + 1) WHERE key = ${key}`;
          await meeting();
        }
      });
    await Promise.all([add(one, ['a', 'b']), add(two, ['b', 'a'])]);
    expect([await readValue(one.client, 'a'), await readValue(one.client, 'b')]).toEqual([2, 2]);
  });

  test('two that make the same key at once: one makes it, the other finds it', async () => {
    const meeting = meetingOf(2);
    const make = (database: Database) =>
      database.trip(async ({ tx }) => {
        if ((await readValue(tx, 'same')) !== null) return 'found';
        await meeting();
        await tx.setting.create({ data: { key: 'same', value: 1 } });
        return 'made';
      });
    expect((await Promise.all([make(one), make(two)])).toSorted()).toEqual(['found', 'made']);
  });

  test('a trip that waits for a lock gives up long before Prisma does', async () => {
    await set(one.client, 'held', 1);
    await one.trip(async ({ tx }) => {
      await set(tx, 'held', 2);
      const start = performance.now();
      await expect(two.trip(trip => set(trip.tx, 'held', 3))).rejects.toThrow(/lock timeout/);
      expect(performance.now() - start).toBeLessThan(10_000);
    });
    expect(await readValue(one.client, 'held')).toBe(2);
  });

  test('a statement that takes too long is ended by the server', async () => {
    const sleep = two.trip(({ tx }) => tx.$queryRaw`SELECT 1 FROM pg_sleep(30)`);
    await expect(sleep).rejects.toThrow(/statement timeout/);
  });
});

test("a server in New York's time, reached by an address that asks for Tokyo's, keeps the same instants", async () => {
  const url = await server.newDatabase();
  const connection = await connectPostgres(url);
  const name = new URL(url).pathname.slice(1);
  await connection.script(`ALTER DATABASE ${name} SET timezone TO 'America/New_York'`);
  await connection.close();
  const database = await openDatabase(
    { kind: 'postgres', url: `${url}?options=-c%20timezone%3DAsia%2FTokyo` },
    { clock, random },
  );
  const at = new Date('2026-03-08T07:30:00.000Z');
  await database.client.inbox.create({
    data: { id: 'x', payload: {}, state: 'waiting', receivedAt: at },
  });
  const [row] = await database.client.$queryRaw<{ ms: number }[]>`
    SELECT (extract(epoch FROM "receivedAt") * 1000)::float8 AS ms FROM inbox`;
  expect(row?.ms).toBe(at.getTime());
  expect((await database.client.inbox.findFirst())?.receivedAt).toEqual(at);
  await database.close();
});

test('a server that is not there is named, without the password, and with what to check', async () => {
  const url = 'postgresql://me:hunter2@127.0.0.1:1/handrail';
  const start = openDatabase({ kind: 'postgres', url }, { clock, random });
  await expect(start).rejects.toThrow(DatabaseUnavailableError);
  await expect(start).rejects.toThrow(/^Cannot use PostgreSQL at 127\.0\.0\.1:1: .*DATABASE_URL/);
  await expect(start).rejects.not.toThrow('hunter2');
});

/** Everybody waits until so many have come; later calls go straight on. */
function meetingOf(count: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return async () => {
    come += 1;
    if (come >= count) open();
    await opened;
  };
}
