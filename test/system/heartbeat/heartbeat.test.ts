import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import {
  type HeartParts,
  startHeartbeat,
} from '../../../src/adapters/heartbeat/start-heartbeat.ts';
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

test('while Handrail is well, whoever watches it hears from it again and again', async () => {
  const monitoring = await openMonitoring();
  const { logger, list } = createComplaints();
  const first = monitoring.next();
  ending.unshift(
    startHeartbeat({ ...monitoring, logger, isWell: async () => true, everyMilliseconds: 20 }),
  );
  await first;
  await monitoring.next();
  expect(list).toEqual([]);
});

test.each([true, false])('that Handrail is well is %p, and so is what is heard', async isWell => {
  expect(await hears({ isWell: async () => isWell })).toBe(isWell);
});

async function hears(parts: Pick<HeartParts, 'isWell'>): Promise<boolean> {
  const monitoring = await openMonitoring();
  const { logger } = createComplaints();
  const heard = monitoring.next().then(() => true);
  const stop = startHeartbeat({ ...monitoring, ...parts, logger });
  await stop();
  return Promise.race([heard, Promise.resolve(false)]);
}

test('a monitoring that refuses is logged, and told again', async () => {
  const monitoring = await openMonitoring(500);
  const { logger, list } = createComplaints();
  const stop = startHeartbeat({ ...monitoring, logger, isWell: async () => true });
  await stop();
  expect(list.join()).toContain('the heartbeat was refused');
});
