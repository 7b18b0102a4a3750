import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { startHeartbeat } from '../../../src/adapters/heartbeat/start-heartbeat.ts';
import { second } from '../../../src/shared/time.ts';
import { createComplaints } from '../../harness/complaints.ts';

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

/** A monitoring that counts the calls it gets, and says when the next one came. */
async function openMonitoring(status = 200) {
  let heard = (): void => {};
  const server = createServer((_request, response) => {
    response.writeHead(status).end();
    heard();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => new Promise(resolve => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const next = () => new Promise<void>(resolve => (heard = resolve));
  return { url: `http://127.0.0.1:${port}/ping`, next };
}

const now = new Date('2026-03-06T23:00:00Z');
const clock = { now: () => now };

test('while the engine goes round, whoever watches us hears from us again and again', async () => {
  const monitoring = await openMonitoring();
  const { logger, list } = createComplaints();
  const first = monitoring.next();
  ending.unshift(
    startHeartbeat({
      ...monitoring,
      clock,
      logger,
      lastCycleAt: () => now,
      everyMilliseconds: 20,
    }),
  );
  await first;
  await monitoring.next();
  expect(list).toEqual([]);
});

test.each([
  ['has not begun', null, false],
  ['went round 29 s ago', 29, true],
  ['stands still for 30 s', 30, false],
])('an engine that %s', async (_, seconds, isHeard) => {
  const monitoring = await openMonitoring();
  const { logger } = createComplaints();
  const last = seconds === null ? null : new Date(now.getTime() - seconds * second);
  const heard = monitoring.next().then(() => true);
  const stop = startHeartbeat({ ...monitoring, clock, logger, lastCycleAt: () => last });
  await stop();
  expect(await Promise.race([heard, Promise.resolve(false)])).toBe(isHeard);
});

test('a monitoring that refuses is logged, and told again', async () => {
  const monitoring = await openMonitoring(500);
  const { logger, list } = createComplaints();
  const stop = startHeartbeat({ ...monitoring, clock, logger, lastCycleAt: () => now });
  await stop();
  expect(list.join()).toContain('the heartbeat was refused');
});
