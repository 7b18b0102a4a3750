import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceUrlFrom, teamsOrigins } from '../../../src/adapters/teams/account/service-url.ts';
import { type Activity, messageOf } from '../../harness/teams/activities.ts';
import { listForgeries, listHostileUrls } from './forged.ts';
import { openTeamsStage, type TeamsStage } from './stage.ts';

let stage: TeamsStage;
beforeAll(async () => {
  stage = await openTeamsStage();
});
afterAll(() => stage.close());

function good(text = 'page'): Activity {
  const { teams, cast, rooms } = stage;
  return messageOf(teams.scene(cast.lead, rooms.shared), { text, mention: true });
}

/** How much came in behind the gate, and how much of a token went out. */
async function traces() {
  const { ports, teams, runUntilIdle } = stage;
  await runUntilIdle();
  return {
    rows: await ports.database.client.inbox.count(),
    known: await ports.database.client.teamsConversation.count(),
    calls: teams.calls.length,
    tokens: teams.tokens.given.length,
  };
}

describe('forged', () => {
  test('forty ways to look like Teams: none is believed, and each is told the same', async () => {
    const forgeries = await listForgeries(stage.teams, good());
    expect(forgeries.length).toBeGreaterThanOrEqual(40);
    const before = await traces();
    for (const { name, activity, options } of forgeries) {
      const { status, body } = await stage.teams.post(activity, options);
      expect([name, status]).toEqual([name, activity.serviceUrl === undefined ? 400 : 401]);
      expect(JSON.stringify(body)).not.toMatch(/jose|stack|at /i);
    }
    expect(await traces()).toEqual(before);
  });

  test('sixty service URLs with a good signature: nothing is done, and not a byte of a token goes there', async () => {
    const heard: string[] = [];
    const trap = createServer((request, response) => {
      heard.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.end('{}');
    });
    await new Promise<void>(resolve => trap.listen(0, resolve));
    const urls = listHostileUrls(`http://127.0.0.1:${(trap.address() as AddressInfo).port}`);
    expect(new Set(urls).size).toBe(60);
    const before = await traces();
    for (const serviceUrl of urls) {
      const { status } = await stage.teams.post({ ...good(), serviceUrl });
      expect([serviceUrl, status >= 400 && status < 500]).toEqual([serviceUrl, true]);
      expect([serviceUrl, serviceUrlFrom(serviceUrl, teamsOrigins)]).toEqual([serviceUrl, null]);
    }
    expect(await traces()).toEqual(before);
    expect(heard).toEqual([]);
    await new Promise(resolve => trap.close(resolve));
  });

  test("Teams' own hosts are taken as they are", () => {
    const own = [
      'https://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net/amer/0a0a0a0a-0000-4000-8000-000000000001/',
      'https://smba.infra.gcc.teams.microsoft.com/teams/',
      'https://smba.infra.gov.teams.microsoft.us/teams',
    ];
    expect(own.map(url => serviceUrlFrom(url, teamsOrigins))).toEqual([
      own[0],
      own[1],
      own[2],
      `${own[3]}/`,
    ]);
  });
});

describe('what is no activity', () => {
  test('other methods and types are refused, and too much is not read', async () => {
    const { teams } = stage;
    const status = async (options: Parameters<typeof teams.post>[1]) =>
      (await teams.post(good(), options)).status;
    expect(await status({ method: 'GET' })).toBe(405);
    expect(await status({ method: 'PUT' })).toBe(405);
    expect(await status({ headers: { 'Content-Type': 'text/plain' } })).toBe(415);
    expect(await status({ headers: { 'Content-Encoding': 'gzip' } })).toBe(415);
    expect(await status({ raw: `{"a":"${'x'.repeat(256 * 1024)}"}` })).toBe(413);
  });

  const count = Number(process.env.TEAMS_MALFORMED ?? 500);
  test(`${count} malformed bodies: each is refused or ignored, and tells nothing of our insides`, async () => {
    const { teams } = stage;
    const base = good();
    const before = await traces();
    for (let n = 0; n < count; n += 1) {
      const { status, body } = await teams.post(base, { raw: malformed(JSON.stringify(base), n) });
      expect([n, status >= 200 && status < 500]).toEqual([n, true]);
      expect(JSON.stringify(body)).not.toMatch(/stack|node_modules|\.ts|prisma/i);
    }
    expect((await traces()).tokens).toBe(before.tokens);
    expect(stage.complaints.filter(said => !said.includes('the clock may be wrong'))).toEqual([]);
    expect((await teams.post(good('help'))).status).toBe(200);
  });
});

/** The text of an activity, spoilt in one of many ways. */
function malformed(text: string, n: number): string {
  const value = JSON.parse(text) as Record<string, unknown>;
  const names = Object.keys(value);
  const name = names[n % names.length] ?? 'type';
  const odd = [null, 0, -1, true, [], {}, '', '\u0000', [[[[]]]], { id: 5 }, '𐀀'.slice(0, 1)];
  const changed = { ...value, [name]: odd[Math.floor(n / names.length) % odd.length] };
  switch (n % 5) {
    case 0:
      return text.slice(0, (n * 37) % text.length);
    case 1:
      return text.replaceAll('"', n % 2 === 0 ? "'" : '');
    case 2:
      return '['.repeat(1 + (n % 200)) + text;
    default:
      // Nothing spoilt may be a sound message by chance.
      return JSON.stringify({ ...changed, type: name === 'type' ? changed.type : 'event' });
  }
}

test('a rotated key is known within a minute, and nobody makes us ask more often', async () => {
  const { teams, ports } = stage;
  expect((await teams.post(good('help'))).status).toBe(200);
  const key = await teams.keys.rotate('kept');
  expect([200, 401]).toContain((await teams.post(good('help'))).status);
  ports.clock.moveTo(new Date(ports.clock.now().getTime() + 61_000));
  expect((await teams.post(good('help'))).status).toBe(200);
  const foreign = await teams.keys.foreign();
  for (let n = 0; n < 20; n += 1) {
    const activity = good();
    const token = await teams.keys.sign(teams.claims(activity), { ...foreign, kid: `k${n}` });
    expect((await teams.post(activity, { authorization: `Bearer ${token}` })).status).toBe(401);
  }
  expect(key.kid).toBe(teams.keys.current().kid);
});

/** Without this the heap swings by more than what is looked for. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const flood = Number(process.env.TEAMS_UNSIGNED ?? 1_000);
test(`${flood} unsigned tokens leave no trace in memory`, async () => {
  const { teams } = stage;
  const activity = good();
  const one = (n: number) => {
    const claims = { ...teams.claims(activity), tid: `tenant-${n}`, iss: `https://x${n}.example` };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = n % 2 === 0 ? { alg: 'none' } : { alg: 'RS256', kid: `unknown-${n}` };
    const authorization = `Bearer ${part(head)}.${part(claims)}.${n % 2 === 0 ? '' : 'AAAA'}`;
    return teams.post(activity, { authorization, raw: '{}' });
  };
  const run = async (from: number, to: number) => {
    for (let n = from; n < to; n += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, index) => one(n + index)));
    }
    collectGarbage();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const early = await run(0, flood / 5);
  const late = await run(flood / 5, flood);
  if (process.env.TEAMS_UNSIGNED) console.log(`heap ${early.toFixed(1)} → ${late.toFixed(1)} MB`);
  // Kept tokens would be some 2 KB each, 32 MB of 16,000.
  expect(late - early).toBeLessThan(10);
}, 600_000);
