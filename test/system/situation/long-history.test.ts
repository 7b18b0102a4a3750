import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { Database } from '../../../src/shared/database.ts';
import { createWorld, type World } from '../../../src/world.ts';
import { type ExplainedPostgres, openExplainedPostgres } from '../../harness/explained-postgres.ts';
import { northwind } from '../check-ins/northwind.ts';
import { watchErrors } from '../watch-errors.ts';

const { logger } = watchErrors();
const clock = createVirtualClock(new Date('2026-03-16T10:05:00-04:00'));
const random = createSeededRandom(1);
let postgres: ExplainedPostgres;
let database: Database;
let world: World;
beforeAll(async () => {
  postgres = await openExplainedPostgres();
  database = await openDatabase({ kind: 'postgres', url: postgres.url }, { clock, random });
  await database.trip(trip => importSetup(trip, setupFrom(northwind())));
  world = createWorld({
    database,
    clock,
    random,
    logger,
    surfaces: { connected: [], everywhere: null },
  });
  await settle();
  for (const statement of twoYears) await database.client.$executeRawUnsafe(statement);
});
afterAll(async () => {
  await database.close();
  await postgres.close();
});

const from = `timestamptz '2026-03-15' - n * interval '50 minutes'`;

/** What a busy customer leaves behind in two years. */
const twoYears = [
  `INSERT INTO message (id, key, name, lane, audience, "customerId", "toPlaceId", card, text, state, "createdAt", "sentAt", "sentRevision", "externalRef")
   SELECT 'old-' || n, 'old-' || n, 'check-in', 'check-ins', 'shared', 'northwind', 'northwind-shared', '{}', 'How is it?', 'sent', ${from}, ${from}, 1, 'ref-old-' || n
   FROM generate_series(1, 20000) AS n`,
  `INSERT INTO event (id, "customerId", kind, visibility, at, "recordedAt", text, data)
   SELECT 'old-' || n, 'northwind', 'note', 'shared', ${from}, ${from}, 'Fact', '{}' FROM generate_series(1, 20000) AS n`,
  `INSERT INTO page (id, "customerId", state, "raisedBy", reason, "isShared", "raisedAt", policy, "resolvedAt")
   SELECT 'old-' || n, 'northwind', 'resolved', 'customer', 'It was down', true, ${from}, '{}', ${from} FROM generate_series(1, 2000) AS n`,
  'ANALYZE',
];

async function settle(): Promise<void> {
  for (let cycle = 0; cycle < 5; cycle += 1) await world.engine.cycle();
}

let count = 0;

async function says(user: string, channel: string | null, text: string): Promise<void> {
  count += 1;
  await world.receive({
    id: `said-${count}`,
    from: { platform: 'local', workspace: 'local', user },
    in: channel ? { platform: 'local', workspace: 'local', channel } : null,
    said: { kind: 'text', text },
    addressed: true,
    threadOf: null,
    ref: `ref-${count}`,
  });
  await settle();
}

test.each([
  ['a question', 'lead-1', 'northwind-shared', "what's happening now?"],
  ['a worry', 'lead-1', 'northwind-shared', 'the totals are wrong and we are worried'],
  ['a call for a human', 'lead-1', 'northwind-shared', 'page: the till is down'],
  ['what an advocate logs', 'adv-1', null, 'log northwind: balances copied'],
])(
  '%s reads a handful of rows, whatever the customer left behind in two years',
  async (_, user, place, text) => {
    const read = await postgres.during(() => says(user, place, text));
    expect(read.length).toBeGreaterThan(3);
    const long = read.filter(({ rows }) => rows > 500);
    expect(long.map(({ sql, rows }) => [rows, sql.slice(0, 300)])).toEqual([]);
  },
);

/** Statements of the database, without the cycles that only look whether there is anything. */
const costOf = async (work: () => Promise<void>) => {
  const ran = await postgres.during(work);
  return ran.filter(({ sql }) => !sql.startsWith("SELECT 'inbox' AS name")).length;
};

test('an answer takes a score of statements, and taking a page two', async () => {
  await says('lead-1', 'northwind-shared', "what's happening now?");
  const asked = await costOf(() => says('lead-1', 'northwind-shared', "what's happening now?"));
  expect(asked).toBeLessThanOrEqual(20);
  await says('lead-1', 'northwind-shared', 'page: the till is down again');
  const taken = await costOf(() => says('adv-1', null, 'ack'));
  expect(taken).toBeLessThanOrEqual(45);
});
