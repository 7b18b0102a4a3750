import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { shared } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { claimMessages } from '../../../src/delivery/claim-messages.ts';
import { confirmClaim } from '../../../src/delivery/confirm-claim.ts';
import { editMessage } from '../../../src/delivery/edit-message.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { recordSent } from '../../../src/delivery/record-sent.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Sending } from '../../../src/delivery/sending.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import type { Database } from '../../../src/shared/database.ts';
import { emptyDatabase } from '../../harness/database.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';
import { sendingOf } from '../../harness/sender.ts';

const clock = createVirtualClock(new Date('2026-03-06T23:00:00Z'));
let postgres: TestPostgres;
let database: Database;
let sending: Sending;
beforeAll(async () => {
  postgres = await openTestPostgres();
  const random = createSeededRandom(1);
  database = await openDatabase({ kind: 'postgres', url: postgres.url }, { clock, random });
  sending = sendingOf({ database, clock, random }, surfaces);
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
const claim = async () => {
  const room = { most: 1, roomFor: () => 1, passedOver: new Map<string, string>() };
  return (await claimMessages(sending, 'pages', room)).claims[0] ?? null;
};
const row = () => database.client.message.findUniqueOrThrow({ where: { key: 'k' } });

/** Writes new words, and keeps the message until it is told to let go. */
function editSlowly() {
  let release = () => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  let isEdited = () => {};
  const edited = new Promise<void>(done => {
    isEdited = done;
  });
  const editing = database.trip(async trip => {
    await editMessage(trip, 'k', card('new words'));
    isEdited();
    await held;
  });
  return { edited, editing, release: () => release() };
}

/** Resolves once some connection waits for a row lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    const [seen] = await database.client.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    if (seen && seen.n > 0) return;
  }
  throw new Error('nobody waited');
}

test('what changes at the very moment it is being sent is not said twice', async () => {
  await say();
  const { edited, editing, release } = editSlowly();
  await edited;
  // Whoever writes has it; whoever sends comes back for the newer words.
  expect(await claim()).toBeNull();
  release();
  await editing;
  const taken = await claim();
  expect(taken).toMatchObject({ task: 'send', message: { revision: 2 } });
  await database.trip(trip => editMessage(trip, 'k', card('old words')));
  // The first send is on its way, its lease runs: nobody may take the message now.
  expect(await claim()).toBeNull();
});

test('what changes at the very moment it arrived is changed there too', async () => {
  await say();
  const taken = await claim();
  const confirmed = taken && (await confirmClaim(sending, taken));
  if (!taken || !confirmed?.goes) throw new Error('it was not confirmed');
  const { edited, editing, release } = editSlowly();
  await edited;
  const result = { outcome: 'sent', ref: 'r1' } as const;
  const recording = recordSent(sending, { claim: taken, attemptId: confirmed.attemptId, result });
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
