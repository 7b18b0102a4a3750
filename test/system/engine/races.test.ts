import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { recordAnswer } from '../../../src/check-ins/answers/record-answer.ts';
import { askCheckIn } from '../../../src/check-ins/asking/ask-check-in.ts';
import { followSilence } from '../../../src/check-ins/silence/follow-silence.ts';
import { applyChange } from '../../../src/conversation/changes/apply-change.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { moduleOf } from '../../../src/engine/module.ts';
import { takeDue } from '../../../src/engine/take-due.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { Database, Trip } from '../../../src/shared/database.ts';
import { publishNote } from '../../../src/timeline/publish-note.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { emptyDatabase } from '../../harness/database.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';
import { openSender } from '../../harness/sender.ts';
import { northwind, transitionId } from '../check-ins/northwind.ts';
import { watchErrors } from '../watch-errors.ts';

const { logger } = watchErrors();
const clock = createVirtualClock(new Date('2026-03-16T10:05:00-04:00'));
const random = createSeededRandom(1);
let postgres: TestPostgres;
let database: Database;
beforeAll(async () => {
  postgres = await openTestPostgres();
  database = await openDatabase({ kind: 'postgres', url: postgres.url }, { clock, random });
});
beforeEach(async () => {
  await emptyDatabase({ database });
  await database.trip(trip => importSetup(trip, setupFrom(northwind())));
});
afterAll(async () => {
  await database.close();
  await postgres.close();
});

/** Runs the same work in two trips; the first commits only when the second has begun to wait for it, or is through. */
async function twoAtOnce<T>(work: (trip: Trip, who: 1 | 2) => Promise<T>): Promise<T[]> {
  let release: () => void = () => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  let did: () => void = () => {};
  const isDone = new Promise<void>(done => {
    did = done;
  });
  const first = database.trip(async trip => {
    const result = await work(trip, 1);
    did();
    await held;
    return result;
  });
  await isDone;
  const second = database.trip(trip => work(trip, 2));
  await Promise.race([second, untilSomebodyWaits()]);
  release();
  return Promise.all([first, second]);
}

async function untilSomebodyWaits(): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    const [seen] = await database.client.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    if (seen && seen.n > 0) return;
  }
}

test('what was due and lost a race is done at once, not a minute later', async () => {
  let turns = 0;
  const module = moduleOf('milestones', 'transition', async ({ tx }, id) => {
    turns += 1;
    if (turns === 1)
      await tx.$executeRawUnsafe(
        "DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$",
      );
    await tx.transition.update({ where: { id }, data: { dueAt: null } });
  });
  await database.client.transition.updateMany({ data: { dueAt: clock.now() } });
  const ports = { database, clock, random };
  const surfaces = { connected: [], everywhere: null };
  const sender = openSender(ports, { surfaces, logger });
  const engine = createEngine({ ports, sender, logger, modules: [module] });
  await engine.cycle();
  expect((await database.client.transition.findFirstOrThrow()).dueAt).toBeNull();
});

test('of a burst, several are handled at the same time', async () => {
  const { client } = database;
  const asked = { transitionId, customerId: 'northwind', state: 'asked', rung: '1d' };
  const dueAt = clock.now();
  for (let seq = 60; seq < 66; seq += 1)
    await client.checkIn.create({
      data: { ...asked, id: `b${seq}`, seq, plannedFor: dueAt, dueAt },
    });
  let going = 0;
  let most = 0;
  let release: () => void = () => {};
  const both = new Promise<void>(resolve => {
    release = resolve;
  });
  const burst = moduleOf('burst', 'check_in', async ({ tx }, id) => {
    going += 1;
    most = Math.max(most, going);
    if (most > 1) release();
    await both;
    await tx.checkIn.update({ where: { id }, data: { dueAt: null } });
    going -= 1;
  });
  const ports = { database, clock, random };
  const sender = openSender(ports, { surfaces: { connected: [], everywhere: null }, logger });
  const modules = [{ ...burst, atOnce: 4 }];
  const engine = createEngine({ ports, sender, logger, modules });
  await engine.cycle();
  expect(most).toBeGreaterThan(1);
  expect(engine.lastCycleAt()).toEqual(clock.now());
  expect(await client.checkIn.count({ where: { dueAt: { not: null }, seq: { gte: 60 } } })).toBe(0);
});

test('an answer that arrives twice at once is one answer: one step, one reply', async () => {
  const { client } = database;
  const at = new Date('2026-03-16T10:00:00-04:00');
  await client.transition.updateMany({
    data: { phase: 'steady', phaseSince: new Date('2026-03-09T10:00:00-04:00') },
  });
  const cadence = { customerId: 'northwind', rung: '1d', phase: 'steady', toldRung: '1d' };
  await client.cadence.upsert({
    where: { transitionId },
    create: { ...cadence, transitionId, closeness: 1.2 },
    update: { ...cadence, dueAt: null, closeness: 1.2 },
  });
  for (let n = 1; n <= 30; n += 1) {
    const about = { customerId: 'northwind', transitionId, kind: 'good', weight: 0, note: '' };
    const then = new Date(at.getTime() - n * 43_200_000);
    await client.evidence.create({ data: { ...about, id: `e${n}`, key: `e${n}`, at: then } });
  }
  const asked = { transitionId, customerId: 'northwind', seq: 50, state: 'asked', rung: '1d' };
  await client.checkIn.create({ data: { ...asked, id: 'c', plannedFor: at, askedAt: at } });
  const answers = await twoAtOnce(trip =>
    recordAnswer(trip, { checkInId: 'c', personId: 'lead-1', answer: 'good' }),
  );
  const { rung } = await client.cadence.findUniqueOrThrow({ where: { transitionId } });
  expect({ rung, outcomes: answers.map(({ outcome }) => outcome) }).toEqual({
    rung: '2d',
    outcomes: ['recorded', 'already'],
  });
});

test('two changes of a customer that are due at the same moment on two instances: one message a day', async () => {
  const { client } = database;
  const first = await client.transition.findFirstOrThrow();
  const other = 'northwind/other';
  await client.transition.create({
    data: { ...first, id: other, key: 'other', name: 'Other' },
  });
  const steady = { phase: 'steady', phaseSince: new Date('2026-02-09T10:00:00-05:00') };
  await client.transition.updateMany({ data: steady });
  await client.cadence.deleteMany();
  for (const id of [transitionId, other]) {
    const rhythm = { rung: '1d', toldRung: '1d', phase: 'steady', closeness: 0.5 };
    const due = { customerId: 'northwind', dueAt: clock.now(), lastReason: 'the next slot' };
    await client.cadence.create({ data: { ...rhythm, ...due, transitionId: id } });
  }
  await twoAtOnce((trip, who) => askCheckIn(trip, who === 1 ? transitionId : other));
  expect(await client.checkIn.count({ where: { state: 'asked' } })).toBe(1);
  expect(await client.message.count({ where: { lane: 'check-ins' } })).toBe(1);
});

test('a note that two people share at the same moment is one fact for the customer', async () => {
  const id = await database.trip(trip =>
    recordEvent(trip, {
      customerId: 'northwind',
      kind: 'note',
      visibility: 'internal',
      text: 'The copy is done.',
    }),
  );
  await twoAtOnce(trip => publishNote(trip, id, 'adv-1'));
  const where = { visibility: 'shared', text: 'The copy is done.' };
  expect(await database.client.event.count({ where })).toBe(1);
});

test('a change that is confirmed at the moment its minute ends is made once', async () => {
  const pending = {
    command: 'cadence',
    items: [{ transitionId, customerId: 'northwind' }],
    change: { rung: '2d' },
    why: '',
    auditIds: [],
  };
  const id = 'p';
  await database.client.pendingChange.create({
    data: { id, actorId: 'mgr-1', change: pending, state: 'waiting', createdAt: clock.now() },
  });
  const outcomes = await twoAtOnce(trip => applyChange(trip, id));
  expect(outcomes).toEqual(['applied', 'already']);
  expect(await database.client.audit.count({ where: { action: 'cadence.change' } })).toBe(1);
});

test('an answer that meets the end of our patience counts, and neither waits for the other', async () => {
  const { client } = database;
  const at = new Date('2026-03-13T10:00:00-04:00');
  const silent = { transitionId, customerId: 'northwind', seq: 50, state: 'repeated', rung: '1d' };
  const asked = { ...silent, id: 'c', plannedFor: at, askedAt: at, repeatedAt: at };
  await client.checkIn.create({ data: { ...asked, dueAt: clock.now() } });
  let release: () => void = () => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  let took: () => void = () => {};
  const isTaken = new Promise<void>(done => {
    took = done;
  });
  const module = moduleOf('silence', 'check_in', async (trip, id) => {
    took();
    await held;
    await followSilence(trip, id);
  });
  const following = database.trip(trip => takeDue(trip, module));
  await isTaken;
  const answering = database.trip(trip =>
    recordAnswer(trip, { checkInId: 'c', personId: 'lead-1', answer: 'good' }),
  );
  await untilSomebodyWaits();
  release();
  await following;
  expect((await answering).outcome).toBe('recorded');
  expect((await client.checkIn.findUniqueOrThrow({ where: { id: 'c' } })).state).toBe('answered');
  const [waits] = await client.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  expect(Number(waits?.deadlocks)).toBe(0);
});
