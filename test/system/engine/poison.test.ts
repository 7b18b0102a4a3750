import { expect, test } from '@jest/globals';
import { createEngine } from '../../../src/engine/engine.ts';
import { laterOf, type Module, moduleOf } from '../../../src/engine/module.ts';
import { minute, plus } from '../../../src/shared/time.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { openSender } from '../../harness/sender.ts';
import type { TestWorld } from '../../harness/world.ts';
import { after, openRoom } from '../conversation/room.ts';
import { at, local } from '../conversation/talk.ts';

const surfaces = { connected: [], everywhere: null };

test('a customer whose row cannot be read keeps nobody else from being heard', async () => {
  const world: TestWorld = await openRoom(after);
  const { client } = world.stage.world.ports.database;
  // Whatever the reason: a row written by hand, by an older build, or restored in part.
  await client.customer.update({ where: { id: 'lakeside' }, data: { businessHours: {} } });
  const say = (id: string, user: string, channel: string) =>
    world.stage.world.receive({
      id,
      from: local(user),
      in: at(channel),
      addressed: true,
      threadOf: null,
      ref: id,
      said: { kind: 'text', text: 'page: the ledger is down' },
    });
  await say('poison', 'lead-2', 'lakeside-shared');
  await world.stage.runUntilIdle().catch(() => {});
  await world.pass(2 * minute);
  await say('good', 'lead-1', 'northwind-shared');
  await world.pass(2 * minute);
  const rows = await client.inbox.findMany({ orderBy: { seq: 'asc' } });
  expect(rows.map(({ id, state, tries }) => ({ id, state, tries }))).toEqual([
    { id: 'poison', state: 'failed', tries: 5 },
    { id: 'good', state: 'handled', tries: 0 },
  ]);
  expect(rows[0]?.error).toContain('Nobody could be told');
  await world.stage.close();
});

test('what cannot even be given up waits a minute, and the next is done meanwhile', async () => {
  const ports = await openTestDatabase();
  const done: string[] = [];
  const module: Module = {
    ...moduleOf('inbox', 'inbox', async ({ tx }, id) => {
      if (id === 'bad') throw new Error('unreadable');
      done.push(id);
      await tx.inbox.update({ where: { id }, data: { dueAt: null } });
    }),
    fail: async () => {
      throw new Error('unreadable, still');
    },
  };
  const row = {
    payload: {},
    state: 'waiting' as const,
    receivedAt: ports.clock.now(),
    dueAt: ports.clock.now(),
  };
  const { client } = ports.database;
  await client.inbox.createMany({
    data: [
      { id: 'bad', ...row },
      { id: 'good', ...row },
    ],
  });
  const { logger, list } = createComplaints();
  const sender = openSender(ports, { surfaces, logger });
  const engine = createEngine({ ports, sender, logger, modules: [module] });
  await engine.cycle();
  expect(done).toEqual(['good']);
  const bad = await client.inbox.findUniqueOrThrow({ where: { id: 'bad' } });
  expect(bad.dueAt).toEqual(plus(ports.clock.now(), minute));
  expect(list).toHaveLength(2);
  await ports.database.close();
});

test('what could not be loaded when its first row was due is loaded at the next cycle', async () => {
  const ports = await openTestDatabase();
  const { client } = ports.database;
  const tries = { left: 1 };
  const module = laterOf('inbox', 'inbox', async () => {
    if (tries.left-- > 0) throw new Error('too many open files');
    return async ({ tx }, id) =>
      void (await tx.inbox.update({ where: { id }, data: { dueAt: null } }));
  });
  const now = ports.clock.now();
  await client.inbox.create({
    data: { id: 'first', payload: {}, state: 'waiting', receivedAt: now, dueAt: now },
  });
  const { logger, list } = createComplaints();
  const sender = openSender(ports, { surfaces, logger });
  const engine = createEngine({ ports, sender, logger, modules: [module] });
  const dueAt = async () =>
    (await client.inbox.findUniqueOrThrow({ where: { id: 'first' } })).dueAt;
  await engine.cycle();
  expect([await dueAt(), engine.lastCycleAt(), list.length]).toEqual([now, null, 1]);
  await engine.cycle();
  expect([await dueAt(), engine.lastCycleAt(), list.length]).toEqual([null, now, 1]);
  await ports.database.close();
});
