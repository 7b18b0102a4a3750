import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createToken } from '../../../src/adapters/api/create-token.ts';
import { rights } from '../../../src/adapters/api/right.ts';
import { openWebhooks } from '../../../src/adapters/webhooks/open-webhooks.ts';
import { readConfig } from '../../../src/config.ts';
import { checkWebhooks } from '../../../src/doctor/check-webhooks.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { plus } from '../../../src/shared/time.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';

const secret = 'whsec_c2l4dGVlbi1ieXRlcy1vci1tb3JlISE=';
const people = { advocate: 'adv-1', manager: 'mgr-1' };

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: { type: string; timestamp: string; data: Record<string, unknown> };
}

/** Another company's server: it keeps what it is told, and answers what the test wants. */
async function openReceiver() {
  const heard: Heard[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', piece => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString('utf8');
      const { url: path = '', headers } = request;
      heard.push({ path, headers, text, body: JSON.parse(text) });
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    answer: (with_: number) => {
      status = with_;
    },
    /** What it was told under this address since it was last asked. */
    take: (path: string) => {
      const those = heard.filter(one => one.path === path);
      heard.splice(0, heard.length, ...heard.filter(one => one.path !== path));
      return those;
    },
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

async function open() {
  const receiver = await openReceiver();
  const ports = await openTestDatabase('2026-03-06T23:30:00Z');
  const complaints = createComplaints();
  const { logger } = complaints;
  const names = ['CLOSE', 'OPEN', 'ELSEWHERE', 'INSIDE'].map(
    name => [`WEBHOOK_SECRET_${name}`, [secret]] as const,
  );
  const secrets = new Map(names);
  const surface = openWebhooks({ secrets, clock: ports.clock, reach: { loopback: 'allowed' } });
  const world = createWorld({
    ...ports,
    logger,
    surfaces: { connected: [surface], everywhere: null },
  });
  const server = await serve({ ports, logger });
  const webhook = (id: string, more: object) => ({ id, url: `${receiver.url}/${id}`, ...more });
  const webhooks = [
    webhook('close', { audience: 'internal' }),
    webhook('open', { customers: ['northwind'] }),
    webhook('elsewhere', { customers: ['lakeside'], audience: 'internal' }),
    webhook('unsigned', { tells: ['page.raised'], audience: 'internal' }),
    {
      ...webhook('inside', { tells: ['page.raised'], audience: 'internal' }),
      url: 'https://10.0.0.7/',
    },
  ];
  const setup = buildNorthwind({
    customers: ['northwind', 'lakeside'].map(id =>
      buildCustomer({ id, people, transitions: [buildGoLive()] }),
    ),
  });
  const bring = (changed: readonly { id: string }[]) =>
    ports.database.trip(trip => importSetup(trip, setupFrom({ ...setup, webhooks: changed })));
  await bring(webhooks);
  await world.engine.runUntilIdle();
  const began = [...receiver.heard];
  return {
    /** What was told as the setup was brought in. */
    began,
    ...ports,
    receiver,
    world,
    server,
    webhooks,
    bring,
    complaints,
    settle: () => world.engine.runUntilIdle(),
    pass: (milliseconds: number) =>
      world.engine.advanceTo(ports.clock, plus(ports.clock.now(), milliseconds)),
    async close() {
      await server.close();
      await ports.database.close();
      await receiver.close();
    },
  };
}

let at: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  at = await open();
});
afterAll(() => at.close());
beforeEach(() => {
  at.receiver.answer(204);
  at.receiver.heard.length = 0;
});

const fact = (text: string, more: object = {}) =>
  at.database.trip(trip =>
    recordEvent(trip, {
      customerId: 'northwind',
      kind: 'milestone.done',
      visibility: 'shared',
      text,
      ...more,
    }),
  );
const types = (path: string) => at.receiver.take(path).map(({ body }) => body.type);

describe('another system that is told', () => {
  test('hears of a page, signed so that it can be sure who says it, and in the words of the timeline', async () => {
    await at.database.trip(trip =>
      raisePage(trip, {
        customerId: 'northwind',
        raisedBy: 'customer',
        raisedById: 'lead-1',
        words: 'The ledger is down.',
        isShared: true,
        placeId: 'northwind-shared',
      }),
    );
    await at.settle();
    const [heard] = at.receiver.take('/open');
    expect(heard?.body).toMatchObject({
      type: 'page.raised',
      timestamp: '2026-03-06T23:30:00.000Z',
      data: {
        customer: 'northwind',
        visibility: 'shared',
        text: 'Daniel Reyes asked for a person',
      },
    });
    const { 'webhook-id': id, 'webhook-timestamp': when } = heard?.headers ?? {};
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key)
      .update(`${id}.${when}.${heard?.text}`)
      .digest('base64');
    expect(heard?.headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(types('/close')).toContain('page.raised');
    expect(types('/elsewhere')).toEqual([]);
  });

  test('hears nothing internal unless the setup says so, and then of confidence as well', async () => {
    await fact('Only for us', { visibility: 'internal', kind: 'milestone.late' });
    await fact('Copied, at ⟨2026-03-06T23:00:00.000Z⟩');
    await at.pass(60_000);
    const open = at.receiver.take('/open').map(({ body }) => body.data.text);
    expect(open).toContain('Copied, at 18:00');
    expect(open).not.toContain('Only for us');
    const close = at.receiver.take('/close');
    expect(close.map(({ body }) => body.data.text)).toContain('Only for us');
    const levels = at.began.filter(({ body }) => body.type === 'confidence.changed');
    expect(new Set(levels.map(({ path }) => path))).toEqual(new Set(['/close', '/elsewhere']));
    expect(levels[0]?.body.data).toMatchObject({
      customer: 'northwind',
      visibility: 'internal',
      level: expect.any(String),
    });
  });

  test('is told again, under the same id, until it has it; and no redirection is followed', async () => {
    at.receiver.answer(302);
    await fact('Tried again');
    await at.pass(30_000);
    const tries = at.receiver.take('/open');
    expect(tries.length).toBeGreaterThanOrEqual(4);
    at.receiver.answer(200);
    await at.pass(60_000);
    const last = at.receiver.take('/open');
    const ids = new Set([...tries, ...last].map(({ headers }) => headers['webhook-id']));
    expect([last.length, ids.size]).toEqual([1, 1]);
    expect(at.receiver.take('/elsewhere')).toEqual([]);
  });

  test('is told nothing any more of a customer that was taken from it, though it was written already', async () => {
    at.receiver.answer(503);
    await fact('No longer theirs');
    await at.settle();
    expect(at.receiver.take('/open')).toHaveLength(1);
    await at.bring([{ ...at.webhooks[1], id: 'open', customers: ['lakeside'] } as never]);
    at.receiver.answer(204);
    await at.pass(60_000);
    expect(at.receiver.take('/open')).toEqual([]);
    await at.bring(at.webhooks);
  });
});

describe('whoever runs it', () => {
  test('reads in the doctor who cannot be told, and why', async () => {
    const config = readConfig({ environment: { WEBHOOK_SECRET_INSIDE: secret }, file: '/none' });
    const findings = await checkWebhooks(at.database.client, { ...config, loopback: 'allowed' });
    const says = (about: string) =>
      findings.filter(one => one.about === about).map(({ level, text }) => `${level} ${text}`);
    expect(says('webhook unsigned')).toContainEqual(
      expect.stringMatching(/^fix has nothing to sign with.*Set WEBHOOK_SECRET_UNSIGNED/),
    );
    expect(says('webhook inside')).toContainEqual(expect.stringMatching(/^fix cannot be told/));
  });

  test('sends again by API what did not arrive, once it can', async () => {
    at.receiver.answer(410);
    await fact('Gone, and wanted after all');
    await at.settle();
    expect(at.receiver.take('/open')).toHaveLength(1);
    at.receiver.answer(204);
    await at.pass(60_000);
    expect(at.receiver.take('/open').filter(({ text }) => text.includes('after all'))).toEqual([]);
    const call = async (customers: string[], path: string, body?: object) => {
      const token = await at.database.trip(trip =>
        createToken(trip, { name: 'ops', customers, mayPublish: false, may: rights }),
      );
      return fetch(`${at.server.url}/api/v1/webhooks${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    };
    const since = { since: '2026-03-06T00:00:00Z' };
    expect((await call(['northwind'], '/open/replay', since)).status).toBe(403);
    expect((await call(['*'], '/nobody/replay', since)).status).toBe(404);
    const listed = await (await call(['*'], '')).json();
    expect(listed).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'open', failed: 2 })]),
    });
    const again = await call(['*'], '/open/replay', since);
    expect([again.status, await again.json()]).toEqual([202, { queued: 2, forgotten: 0 }]);
    await at.settle();
    const texts = at.receiver.take('/open').map(({ body }) => body.data.text);
    expect(texts).toEqual(['No longer theirs', 'Gone, and wanted after all']);
  });
});
