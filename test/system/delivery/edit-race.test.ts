import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { shared } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { claimMessage } from '../../../src/delivery/claim-message.ts';
import { editMessage } from '../../../src/delivery/edit-message.ts';
import { localPlatform } from '../../../src/delivery/find-address.ts';
import { createPace } from '../../../src/delivery/pace.ts';
import { recordSent } from '../../../src/delivery/record-sent.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import type { Database } from '../../../src/shared/database.ts';
import { emptyDatabase } from '../../harness/database.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';

jest.setTimeout(60_000);

const clock = createVirtualClock(new Date('2026-03-06T23:00:00Z'));
let postgres: TestPostgres;
let database: Database;
beforeAll(async () => {
  postgres = await openTestPostgres();
  const random = createSeededRandom(1);
  database = await openDatabase({ kind: 'postgres', url: postgres.url }, { clock, random });
});
beforeEach(async () => {
  await emptyDatabase({ database });
  await database.client.place.create({ data: { id: 'one', customerId: 'c1', audience: 'shared' } });
});
afterAll(async () => {
  await database.close();
  await postgres.close();
});

const surface: Surface = {
  platform: localPlatform,
  send: async () => ({ outcome: 'sent', ref: 'r1' }),
  edit: async () => ({ outcome: 'sent', ref: 'r1' }),
  find: async () => undefined,
};
const surfaces = { connected: [], everywhere: surface };
const card = (words: 'old words' | 'new words') =>
  sharedCard('page-receipt', 'c1', {
    body: [words === 'old words' ? shared`old words` : shared`new words`],
  });
const say = () =>
  database.trip(trip =>
    sendMessage(trip, { key: 'k', lane: 'pages', to: { placeId: 'one' }, card: card('old words') }),
  );
const claim = () =>
  database.trip(trip => claimMessage(trip, 'pages', { surfaces, pace: createPace() }));
const row = () => database.client.message.findUniqueOrThrow({ where: { key: 'k' } });

/** Resolves once some connection waits for a row lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    const [seen] = await database.client.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    if (seen && seen.n > 0) return;
  }
  throw new Error('nobody waited');
}

it('what changes at the very moment it is being sent is not said twice', async () => {
  await say();
  let release: () => void = () => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  let claimed: () => void = () => {};
  const isClaimed = new Promise<void>(done => {
    claimed = done;
  });
  const claiming = database.trip(async trip => {
    const taken = await claimMessage(trip, 'pages', { surfaces, pace: createPace() });
    claimed();
    await held;
    return taken;
  });
  await isClaimed;
  const editing = database.trip(trip => editMessage(trip, 'k', card('new words')));
  await untilSomebodyWaits();
  release();
  expect(await claiming).toMatchObject({ task: 'send' });
  await editing;
  // The first send is on its way, its lease runs: nobody may take the message now.
  expect(await claim()).toBe('idle');
});

it('what changes at the very moment it arrived is changed there too', async () => {
  await say();
  const taken = await claim();
  if (typeof taken === 'string') throw new Error(taken);
  let release: () => void = () => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  let edited: () => void = () => {};
  const isEdited = new Promise<void>(done => {
    edited = done;
  });
  const editing = database.trip(async trip => {
    await editMessage(trip, 'k', card('new words'));
    edited();
    await held;
  });
  await isEdited;
  const recording = database.trip(trip => recordSent(trip, taken, { outcome: 'sent', ref: 'r1' }));
  await untilSomebodyWaits();
  release();
  await editing;
  await recording;
  const { revision, sentRevision, dueAt, state } = await row();
  expect({ isOutstanding: revision > sentRevision, isDue: dueAt !== null, state }).toEqual({
    isOutstanding: true,
    isDue: true,
    state: 'waiting',
  });
});
