import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express, { type IRouter } from 'express';
import fc from 'fast-check';
import { createChangeStreams } from '../../../src/adapters/api/change-streams.ts';
import { measureSurface } from '../../../src/adapters/api/measure-surface.ts';
import { createMetrics } from '../../../src/adapters/api/metrics.ts';
import type { Mount } from '../../../src/adapters/api/mount.ts';
import { mountLater } from '../../../src/adapters/api/mount-later.ts';
import type { Outgoing } from '../../../src/delivery/surface.ts';
import { BadInputError } from '../../../src/shared/errors.ts';
import { minute, plus, second } from '../../../src/shared/time.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { serve } from '../../harness/serve.ts';
import { openTestServer, type TestServer } from './server.ts';

let at: TestServer;
let cycleAt: Date | null = null;
const metrics = createMetrics();

beforeAll(async () => {
  at = await openTestServer({
    metrics,
    lastCycleAt: () => cycleAt,
    rate: { burst: 100_000, perSecond: 10_000 },
  });
});
afterAll(() => at.close());

describe('health', () => {
  test('is live as soon as it answers', async () => {
    const response = await fetch(`${at.url}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test.each([
    ['before the first cycle', null, 503, 'not started'],
    ['15 s after a cycle', 15 * second, 200, 'turning'],
    ['just over 15 s after a cycle', 15 * second + 1, 503, 'stalled'],
  ] as const)('%s', async (_name, age, status, engine) => {
    cycleAt = age === null ? null : plus(at.ports.clock.now(), -age);
    const response = await fetch(`${at.url}/health/ready`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ engine, database: 'up' });
  });

  test('is not ready while the database is away', async () => {
    const other = await openTestServer();
    await other.ports.fail();
    const response = await fetch(`${other.url}/health/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ database: 'down' });
    const scrape = await fetch(`${other.url}/metrics`);
    expect(await scrape.text()).toContain('handrail_database_up 0');
    await other.server.close();
  });
});

describe('metrics', () => {
  test('tell what waits, for how long, and what went out, without any name or word', async () => {
    const { database, clock } = at.ports;
    const now = clock.now();
    const message = {
      key: 'k-1',
      name: 'page',
      lane: 'pages',
      audience: 'internal',
      toPersonId: 'adv-1',
      card: {},
      text: 'Canary words',
      state: 'waiting' as const,
      createdAt: plus(now, -minute),
      dueAt: plus(now, -minute),
    };
    await database.client.message.create({ data: { ...message, id: 'm-1' } });
    await database.client.inbox.create({
      data: { id: 'i-1', payload: {}, state: 'waiting', receivedAt: now, dueAt: now },
    });
    const surface = measureSurface(
      {
        platform: 'local',
        send: async () => ({ outcome: 'sent', ref: '1' }),
        edit: async () => ({ outcome: 'sent', ref: '1' }),
        find: async () => null,
      },
      metrics,
      at.ports.clock,
    );
    await surface.send({
      messageId: 'm-1',
      queuedAt: message.createdAt,
      card: { name: 'page' },
    } as unknown as Outgoing);
    const text = await scrapeUntil('handrail_notification_seconds_count 1');
    expect(text).toContain('handrail_lane_waiting_seconds{lane="pages"} 60');
    expect(text).toContain('handrail_lane_due_messages{lane="pages"} 1');
    expect(text).toContain('handrail_inbox_waiting 1');
    expect(text).toContain('handrail_pages{state="open"} 0');
    expect(text).toContain(
      'handrail_messages_total{name="page",platform="local",outcome="sent"} 1',
    );
    expect(text).toContain('handrail_database_up 1');
    expect(text).not.toMatch(/Canary|northwind|adv-1/);
  });

  async function scrapeUntil(line: string): Promise<string> {
    for (let tries = 0; ; tries += 1) {
      const text = await (await fetch(`${at.url}/metrics`)).text();
      if (text.includes(line) || tries > 50) return text;
    }
  }
});

describe('the port', () => {
  test('that is taken is said to be, with what to do', async () => {
    const failed = openTestServer({ port: at.server.port });
    await expect(failed).rejects.toThrow(BadInputError);
    await expect(failed).rejects.toThrow(/already listening.*PORT=3979/);
  });

  test('of another machine is said to be', async () => {
    await expect(openTestServer({ host: '192.0.2.1' })).rejects.toThrow(/HOST=127\.0\.0\.1/);
  });
});

test('closing lets the request underway end and takes no other', async () => {
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  let begun = () => {};
  const isUnderway = new Promise<void>(resolve => {
    begun = resolve;
  });
  const other = await openTestServer({
    mounts: [
      {
        mount: app =>
          void app.get('/slow', async (_request, response) => {
            begun();
            await held;
            response.end('done');
          }),
      },
    ],
  });
  const underway = fetch(`${other.url}/slow`);
  await isUnderway;
  const closed = other.server.close();
  await expect(fetch(`${other.url}/health/live`)).rejects.toThrow();
  release();
  expect(await (await underway).text()).toBe('done');
  await closed;
  await other.ports.database.close();
});

describe('what is loaded for its first visitor', () => {
  test('is loaded once for many who come at once, and again for the next where that failed', async () => {
    const { logger } = createComplaints();
    let tries = 0;
    const later = mountLater(['/late'], async () => {
      tries += 1;
      await new Promise(setImmediate);
      if (tries === 1) throw new Error('too many open files');
      return {
        mount: app => {
          app.post('/late', express.text(), (request, response) => response.send(request.body));
        },
      };
    });
    const server = await serve({ ports: at.ports, logger, mounts: [later] });
    const say = async (body: string) => {
      const headers = { 'content-type': 'text/plain' };
      const response = await fetch(`${server.url}/Late`, { method: 'POST', headers, body });
      return response.ok ? response.text() : response.status;
    };
    expect((await fetch(`${server.url}/later`)).status).toBe(404);
    expect(tries).toBe(0);
    expect(await say('lost')).toBe(500);
    const words = ['one', 'two', 'three'];
    expect(await Promise.all(words.map(say))).toEqual(words);
    expect(tries).toBe(2);
    await server.close();
  });

  test('keeps no place for a page that was closed before it was loaded', async () => {
    const { logger } = createComplaints();
    const streams = createChangeStreams(1);
    const [loaded, come, left] = [gate(), gate(), gate()];
    const hall = { mount: (app: IRouter) => void app.get('/live', streams.open) };
    const door: Mount = {
      mount(app) {
        app.use((_request, response, next) => {
          come.open();
          response.once('close', left.open);
          next();
        });
      },
    };
    const later = mountLater(['/live'], async () => {
      await loaded.opened;
      return hall;
    });
    const server = await serve({ ports: at.ports, logger, mounts: [door, later] });
    const gone = new AbortController();
    const first = fetch(`${server.url}/live`, { signal: gone.signal }).catch(() => 'closed');
    await come.opened;
    gone.abort();
    await left.opened;
    loaded.open();
    expect(await first).toBe('closed');
    const second = await fetch(`${server.url}/live`);
    expect(second.status).toBe(200);
    streams.close();
    await server.close();
  });
});

describe('hostile requests', () => {
  beforeAll(() => {
    cycleAt = at.ports.clock.now();
  });

  /** Long runs: HOSTILE_RUNS=500 npm test -- test/system */
  const runs = Number(process.env.HOSTILE_RUNS ?? 60);
  const rare = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '../../etc/passwd',
      '%00',
      '%E0%A4%A',
      '//',
      '__proto__',
      "' OR 1=1 --",
      '<script>',
    ),
  );
  const value = fc.oneof(rare, fc.jsonValue(), fc.double(), fc.constant('a'.repeat(5_000)));
  const body = fc.oneof(
    fc.jsonValue().map(one => JSON.stringify(one)),
    fc
      .record(
        { externalId: value, text: value, at: value, visibility: value, kind: value, extra: value },
        { requiredKeys: [] },
      )
      .map(one => JSON.stringify(one)),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );

  test(`${runs} bodies and addresses for events: a plain answer each, and nothing of ours in it`, async () => {
    const token = await at.token({ mayPublish: true });
    const before = await counts();
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(body, fc.option(rare), async (sent, id) => {
        const customer = id === null ? 'northwind' : encodeURIComponent(toWellFormed(id));
        const response = await fetch(`${at.url}/api/v1/customers/${customer}/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: sent,
        });
        if (response.status === 201) taken += 1;
        assertPlain(response.status, await response.text());
      }),
      { numRuns: runs },
    );
    const after = await counts();
    expect(after.events - before.events).toBe(taken);
    expect({ ...after, events: 0 }).toEqual({ ...before, events: 0 });
    expect(at.complaints).toEqual([]);
  });

  test(`${runs} requests with any method and path: a plain answer each`, async () => {
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD');
    const paths = fc.constantFrom(
      '/health/live',
      '/health/ready',
      '/metrics',
      '/api/v1/',
      '/',
      '/%ff',
    );
    await fc.assert(
      fc.asyncProperty(methods, paths, fc.option(rare), async (method, path, more) => {
        const tail = more === null ? '' : `?${encodeURIComponent(toWellFormed(more))}=x`;
        const response = await fetch(`${at.url}${path}${tail}`, { method });
        const text = await response.text();
        if (response.status >= 400 && method !== 'HEAD') assertPlain(response.status, text);
        expect(response.status).toBeLessThan(500);
        expect(response.headers.get('x-powered-by')).toBeNull();
      }),
      { numRuns: runs },
    );
    expect(at.complaints).toEqual([]);
  });

  test('bytes that are not HTTP are answered and the connection ends; the next one is served', async () => {
    for (const bytes of [
      '\u0000\u0001\u0002\r\n\r\n',
      'GET\r\n\r\n',
      'POST / HTTP/9.9\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
    ])
      expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 [45]\d\d/);
    expect((await fetch(`${at.url}/health/live`)).status).toBe(200);
  });

  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(at.server.port, '127.0.0.1', () => socket.write(bytes));
      let answer = '';
      socket.on('data', data => {
        answer += data;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }

  async function counts() {
    const { client } = at.ports.database;
    return {
      events: await client.event.count(),
      messages: await client.message.count(),
      inbox: await client.inbox.count(),
      customers: await client.customer.count(),
      tokens: await client.apiToken.count(),
    };
  }

  function assertPlain(status: number, text: string): void {
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\.ts:|\bat (?:async )?\S+ \(|prisma|SELECT/i);
    if (status >= 400) expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status });
  }
});

/** Something that is waited for. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
}

function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '�');
}
