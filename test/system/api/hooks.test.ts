import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mountHooks } from '../../../src/adapters/api/hooks/mount-hooks.ts';
import type { OpenServer } from '../../../src/adapters/api/open-server.ts';
import { signWebhook } from '../../../src/hooks/sign-webhook.ts';
import { type Signing, signingNames } from '../../../src/hooks/signing.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const start = new Date('2026-03-06T23:00:00Z');
const secret = 'a-secret-of-sixteen-or-more';
const people = { advocate: 'adv-1', manager: 'mgr-1' };
const move = { transition: 'erp', step: '{/step}', to: 'underway' };
const rules = [
  { when: { '/kind': 'fact' }, once: '{/id}', event: { text: '{/text}' } },
  { when: { '/kind': 'step' }, move },
  { when: { '/kind': 'down' }, once: '{/id}', page: { reason: '{/text}' } },
  { when: { '/kind': 'news' }, event: { text: '{/text}', visibility: 'shared' } },
];
const door = (signed: Signing) => ({
  id: signed,
  signed,
  customer: 'northwind',
  publish: true,
  rules,
});

let at: TestWorld;
let server: OpenServer;

beforeAll(async () => {
  const setup = buildNorthwind({
    customers: ['northwind', 'lakeside'].map(id =>
      buildCustomer({ id, people, transitions: id === 'northwind' ? [buildGoLive()] : [] }),
    ),
  });
  at = await openTestWorld({ ...setup, hooks: signingNames.map(door) }, { at: start });
  const { world } = at.stage;
  const secrets = new Map(
    signingNames.map(one => [`HOOK_SECRET_${one.toUpperCase()}`, [secret, `${secret}-new`]]),
  );
  server = await serve({
    ports: world.ports,
    logger: createComplaints().logger,
    mounts: [
      {
        mount: app =>
          mountHooks(app, { world, secrets, nudge: () => {}, rate: { burst: 40, perSecond: 1 } }),
      },
    ],
  });
});
afterAll(async () => {
  await server.close();
  await at.close();
});

type Headers = Record<string, string>;

/** What each kind of sender adds to a body. */
function signed(kind: Signing, body: string, { key = secret, when = at.stage.storyTime() } = {}) {
  const hmac = (text: string) => createHmac('sha256', key).update(text);
  const seconds = String(Math.floor(when.getTime() / 1_000));
  const id = createHash('sha256').update(body).digest('hex');
  const all: Record<Signing, Headers> = {
    standard: signWebhook({ id, timestamp: Number(seconds), body }, key),
    github: { 'x-hub-signature-256': `sha256=${hmac(body).digest('hex')}` },
    jira: { 'x-hub-signature': `sha256=${hmac(body).digest('hex')}` },
    slack: {
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${hmac(`v0:${seconds}:${body}`).digest('hex')}`,
    },
    zendesk: {
      'x-zendesk-webhook-signature-timestamp': when.toISOString(),
      'x-zendesk-webhook-signature': hmac(when.toISOString() + body).digest('base64'),
    },
    pagerduty: { 'x-pagerduty-signature': `v1=00,v1=${hmac(body).digest('hex')}` },
    gitlab: { 'x-gitlab-token': key },
    bearer: { authorization: `Basic ${Buffer.from(`tool:${key}`).toString('base64')}` },
    address: { 'x-key': key },
  };
  return all[kind];
}

async function knock(name: string, body: string, headers: Headers): Promise<number> {
  const { 'x-key': key, ...sent } = headers;
  const address = `${server.url}/hooks/${name}${key === undefined ? '' : `?key=${encodeURIComponent(key)}`}`;
  const response = await fetch(address, { method: 'POST', headers: sent, body });
  await response.arrayBuffer();
  return response.status;
}

const text = (payload: object) => JSON.stringify(payload);
const send = (kind: Signing, payload: object) =>
  knock(kind, text(payload), signed(kind, text(payload)));
const { length: kinds } = signingNames;
const rowsIn = () =>
  at.stage.world.ports.database.client.inbox.count({ where: { id: { startsWith: 'hook:' } } });
const later = () => at.pass(120_000);

test('whoever proves who they are is heard, by every kind of proof, and with a secret that is replacing another', async () => {
  for (const kind of signingNames) {
    expect(await send(kind, { kind: 'fact', id: kind, text: `From ${kind}` })).toBe(202);
    const body = text({ kind: 'fact', id: `${kind}-new`, text: 'With the new one' });
    expect(await knock(kind, body, signed(kind, body, { key: `${secret}-new` }))).toBe(202);
  }
  await later();
  const facts = at.facts('northwind').filter(({ event }) => event === 'external');
  expect(facts).toHaveLength(2 * kinds);
  expect(new Set(facts.map(({ visibility }) => visibility))).toEqual(new Set(['internal']));
  expect(at.seen('northwind-shared').filter(({ text: said }) => said.includes('From '))).toEqual(
    [],
  );
});

test('of what is forged, replayed, too large, too deep or for another door, nothing is accepted', async () => {
  await later();
  const before = await rowsIn();
  const refused = new Map<number, number>();
  const tried = async (name: string, body: string, headers: Headers) => {
    const status = await knock(name, body, headers);
    refused.set(status, (refused.get(status) ?? 0) + 1);
  };
  for (const kind of signingNames) {
    const body = text({ kind: 'down', id: 'evil', text: 'Forged' });
    const good = signed(kind, body);
    await tried(kind, body, {});
    await tried(kind, body, signed(kind, body, { key: 'another-secret-of-another' }));
    await tried('nobodys', body, good);
    const others = signingNames.filter(one => one !== kind);
    await tried(others[0] ?? '', body, good);
    for (const [header, value] of Object.entries(good))
      await tried(kind, body, { ...good, [header]: value.slice(0, -3) });
    if (!['gitlab', 'bearer', 'address'].includes(kind))
      await tried(kind, body.replace('Forged', 'Altered'), good);
    if (['standard', 'slack', 'zendesk'].includes(kind)) {
      for (const minutes of [-6, 6]) {
        const when = new Date(at.stage.storyTime().getTime() + minutes * 60_000);
        await tried(kind, body, signed(kind, body, { when }));
      }
    }
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    for (const wrong of [deep, '[', '7', text({ a: 'x'.repeat(600_000) })])
      await tried(kind, wrong, signed(kind, wrong));
    await at.pass(20_000);
  }
  expect([...refused.keys()].sort()).toEqual([400, 401, 413]);
  expect(await rowsIn()).toBe(before);
  expect(await at.stage.world.ports.database.client.page.count()).toBe(0);
});

test('a delivery that comes again changes nothing, whatever nobody signed is changed in it', async () => {
  for (const kind of signingNames) {
    const body = text({ kind: 'news', id: `again-${kind}`, text: `Once from ${kind}` });
    const headers = signed(kind, body);
    for (const id of ['1', '2', '3'])
      expect(await knock(kind, body, { ...headers, 'x-github-delivery': id })).toBe(202);
  }
  await later();
  const facts = at.facts('northwind').filter(({ text: said }) => said.startsWith('Once from'));
  expect(facts).toHaveLength(kinds);
  expect(new Set(facts.map(({ visibility }) => visibility))).toEqual(new Set(['shared']));
});

test('a step that a tool says has begun is begun, and what cannot be is told to the vendor instead', async () => {
  await send('github', { kind: 'step', step: 'backup' });
  await send('github', { kind: 'step', step: 'no-such-step' });
  await later();
  const told = at
    .facts('northwind')
    .map(({ event, visibility, text: said }) => `${event} ${visibility} ${said}`);
  expect(told.filter(line => line.startsWith('milestone.underway shared'))).toHaveLength(1);
  expect(told).toContain(
    'external internal Another system said that "no-such-step" of erp is underway. Nothing was changed: there is no such step.',
  );
});

test('an alert calls somebody once, however often it is told, and the customer hears nothing of it', async () => {
  await send('bearer', { kind: 'down', id: 'ledger', text: 'The ledger is down' });
  await send('bearer', { kind: 'down', id: 'ledger', text: 'The ledger is down', again: 1 });
  await later();
  const pages = await at.stage.world.ports.database.client.page.findMany();
  expect(pages).toMatchObject([{ reason: 'The ledger is down', isShared: false, joined: 0 }]);
  expect(at.seen('adv-1').some(({ message }) => message === 'page')).toBe(true);
  expect(at.seen('northwind-shared').filter(({ text: said }) => said.includes('down'))).toEqual([]);
});

test('a door that is knocked at too often says when to come again, and strangers use nothing up of it', async () => {
  for (let n = 0; n < 60; n += 1) await knock('jira', '{}', {});
  expect(await knock('jira', '{}', {})).toBe(429);
  expect(await send('jira', { kind: 'fact', id: 'calm', text: 'Calm' })).toBe(202);
  const statuses: number[] = [];
  for (let n = 0; n < 45; n += 1)
    statuses.push(await send('jira', { kind: 'fact', id: `flood-${n}`, text: 'Flood' }));
  expect(new Set(statuses)).toEqual(new Set([202, 429]));
});
