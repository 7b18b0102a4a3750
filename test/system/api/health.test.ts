import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHealth, type HealthParts } from '../../../src/adapters/api/health.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { moduleOf } from '../../../src/engine/module.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';

let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase('2026-03-06T23:00:00Z');
});
afterAll(() => ports.database.close());

let standing: Record<string, string>;
beforeEach(() => {
  standing = { slack: 'up', teams: 'connected' };
});

const reportWith = (parts: Partial<HealthParts> = {}) =>
  createHealth({
    ports,
    lastCycleAt: () => ports.clock.now(),
    platforms: () => standing,
    ...parts,
  }).report();

test('all is well while it turns, writes, and its platforms are up', async () => {
  expect(await reportWith()).toMatchObject({ isReady: true, isWell: true, database: 'up' });
});

test('a platform that is away makes nothing unready, and is no reason to call all well', async () => {
  standing.slack = 'Socket Mode is not connected';
  expect(await reportWith()).toMatchObject({ isReady: true, isWell: false, platforms: standing });
});

test('a full disk is not ready, before the database notices', async () => {
  const report = await reportWith({ freeBytes: async () => 31 * 1024 * 1024 });
  expect(report).toMatchObject({ isReady: false, isWell: false, database: 'disk full' });
});

test('a database that answers and takes nothing is not ready', async () => {
  const refusing = {
    ...ports.database,
    write: async () => Promise.reject(new Error('could not extend file: No space left on device')),
  };
  const report = await reportWith({ ports: { ...ports, database: refusing } });
  expect(report).toMatchObject({ isReady: false, database: 'down' });
});

test('a cycle counts only when every module of it worked', async () => {
  const { logger } = createComplaints();
  const surfaces = { connected: [], everywhere: null };
  const { sender } = createWorld({ ...ports, logger, surfaces });
  let isBroken = true;
  const database: TestPorts['database'] = {
    ...ports.database,
    trip: async work => {
      if (isBroken) throw new Error('the table is damaged');
      return ports.database.trip(work);
    },
  };
  const modules = [moduleOf('places', 'inbox', forget)];
  const engine = createEngine({ ports: { ...ports, database }, sender, logger, modules });
  const dueAt = ports.clock.now();
  const row = { id: 'one', payload: {}, state: 'waiting', receivedAt: dueAt, dueAt } as const;
  await ports.database.client.inbox.create({ data: row });
  await engine.cycle();
  expect(engine.lastCycleAt()).toBeNull();
  isBroken = false;
  await engine.cycle();
  expect(engine.lastCycleAt()).toEqual(ports.clock.now());
});

async function forget({ tx }: Trip, id: string): Promise<void> {
  await tx.inbox.update({ where: { id }, data: { dueAt: null } });
}
