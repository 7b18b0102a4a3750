import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToken } from '../src/adapters/api/create-token.ts';
import { createCryptoRandom } from '../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import { openDatabase } from '../src/adapters/database/open-database.ts';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { noteWays } from '../src/reach/note-ways.ts';
import { importSetup } from '../src/setup/import-setup.ts';
import { readSetup } from '../src/setup/setup.ts';
import type { Ports } from '../src/shared/database.ts';
import { createWorld } from '../src/world.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { freePort } from '../test/harness/free-port.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { percentiles, report } from './figures.ts';
import { silent } from './world.ts';

const alertmanager = '/usr/bin/prometheus-alertmanager';
const warmUp = 30;
const alone = 60;
const atOnce = 100;
const customers = warmUp + alone + atOnce;

/** Takes an alert, and resolves once it is accepted: the receiver hears of it under the same name. */
type Raise = (name: string) => Promise<void>;

/**
 * From an alert that is sent until its webhook arrives, beside Prometheus Alertmanager on the same machine, which keeps
 * everything in memory; ours is on PostgreSQL, with fsync. One at a time, and a hundred at once.
 */
export async function benchAlerts(): Promise<void> {
  if (!existsSync(alertmanager)) {
    console.log('alerts: left out, there is no prometheus-alertmanager (apt install it)');
    return;
  }
  const ears = await listen();
  await withAlertmanager(ears.url, raise => measure('Alertmanager', ears, raise));
  await withHandrail(ears.url, raise => measure('Handrail', ears, raise));
  ears.server.close();
}

interface Ears {
  readonly url: string;
  readonly server: Server;
  /** Resolves when a webhook with this name in it arrives. */
  hear(name: string): Promise<void>;
}

async function listen(): Promise<Ears> {
  const waiting = new Map<string, () => void>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    response.end();
    for (const [name] of body.matchAll(/alert-[a-z]+-\d+-/g)) waiting.get(name)?.();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const hear = (name: string) => new Promise<void>(resolve => waiting.set(name, resolve));
  return { url: `http://127.0.0.1:${port}/`, server, hear };
}

async function measure(what: string, ears: Ears, raise: Raise): Promise<void> {
  const time = async (name: string) => {
    const heard = ears.hear(name);
    const began = performance.now();
    await raise(name);
    await heard;
    return performance.now() - began;
  };
  for (let n = 0; n < warmUp; n += 1) await time(`alert-w-${n}-`);
  const single: number[] = [];
  for (let n = warmUp; n < warmUp + alone; n += 1) single.push(await time(`alert-s-${n}-`));
  const numbers = Array.from({ length: atOnce }, (_, n) => n + warmUp + alone);
  const many = await Promise.all(numbers.map(n => time(`alert-m-${n}-`)));
  const sorted = many.sort((a, b) => a - b);
  report(`an alert until its webhook, ${what}`, {
    one_p50_ms: percentiles(single).p50,
    one_p99_ms: percentiles(single).p99,
    hundred_p50_ms: percentiles(many).p50,
    hundred_p95_ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
  });
}

async function withAlertmanager(url: string, work: (raise: Raise) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'handrail-alerts-'));
  const file = join(directory, 'alertmanager.yml');
  const route = `route: { receiver: hook, group_by: ['...'], group_wait: 0s }`;
  await writeFile(
    file,
    `${route}\nreceivers: [{ name: hook, webhook_configs: [{ url: "${url}" }] }]\n`,
  );
  const base = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    alertmanager,
    [
      `--config.file=${file}`,
      `--storage.path=${directory}`,
      `--web.listen-address=${base.slice('http://'.length)}`,
      '--cluster.listen-address=',
      '--log.level=error',
    ],
    { stdio: 'ignore' },
  );
  try {
    await ready(`${base}/-/ready`);
    await work(name => post(`${base}/api/v2/alerts`, [{ labels: { alertname: name } }], {}));
  } finally {
    await ended(child);
    await rm(directory, { recursive: true });
  }
}

async function withHandrail(url: string, work: (raise: Raise) => Promise<void>): Promise<void> {
  const server = await openTestPostgres({ settings: ['fsync=on', 'synchronous_commit=on'] });
  const tokens = await setUp(server.url);
  const app = await startApp(
    readConfig({
      file: '',
      environment: {
        DATABASE_URL: server.url,
        DATA_DIR: join(tmpdir(), 'handrail-alerts-data'),
        PORT: String(await freePort()),
        LOG_LEVEL: 'silent',
        PAGE_WEBHOOK_URL: url,
        PAGE_WEBHOOK_SECRET: 'a-secret-of-sixteen-or-more',
      },
    }),
  );
  await work(name => {
    const n = Number(/\d+/.exec(name)?.[0]);
    const address = `${app.url}/api/v1/customers/customer-${n}/pages`;
    return post(address, { reason: name }, { authorization: `Bearer ${tokens[n]}` });
  });
  await app.stop();
  await server.close();
}

/** Every customer with an advocate of its own who is reached by webhook, and a token of its own; chat is not connected, so none has a place there. */
async function setUp(url: string): Promise<string[]> {
  const sources = { clock: systemClock, random: createCryptoRandom() };
  const database = await openDatabase({ kind: 'postgres', url }, sources);
  const [durable] = await database.client.$queryRaw<{ fsync: string }[]>`SHOW fsync`;
  if (durable?.fsync !== 'on') throw new Error('PostgreSQL does not wait for its disk.');
  const setup = readSetup(tonight(JSON.stringify(crowdOf(customers).setup)), 'crowd');
  const [advocate] = setup.people;
  if (!advocate) throw new Error('The crowd has nobody in it.');
  const contact = [{ via: 'webhook' as const, after: 0 }];
  const own = setup.customers.map((_, n) => ({
    ...advocate,
    id: `own-${n}`,
    name: `Own ${n}`,
    contact,
  }));
  const served = setup.customers.map((customer, n) => ({
    ...customer,
    people: { ...customer.people, advocate: `own-${n}` },
    places: [],
  }));
  const all = { ...setup, people: [...setup.people, ...own], customers: served };
  await database.trip(trip => importSetup(trip, all));
  const tokens = await database.trip(async trip => {
    const made: string[] = [];
    for (const { id } of served)
      made.push(
        await createToken(trip, { name: id, customers: [id], mayPublish: false, may: ['pages'] }),
      );
    return made;
  });
  await settle({ ...sources, database });
  await database.close();
  return tokens;
}

/** The crowd's window and steps, begun an hour ago. */
function tonight(setup: string): string {
  const shift = Date.now() - Date.parse('2026-03-06T18:00:00-05:00') - 3_600_000;
  return setup.replace(/2026-03-0[67]T[\d:]+-05:00/g, at =>
    new Date(Date.parse(at) + shift).toISOString(),
  );
}

/** What two hundred customers set up at once set going is over before anybody calls. */
async function settle(ports: Ports): Promise<void> {
  await noteWays(ports.database, ['webhook']);
  const world = createWorld({
    ...ports,
    logger: silent,
    surfaces: { connected: [], everywhere: null },
  });
  await world.engine.runUntilIdle();
}

async function post(url: string, body: unknown, headers: Record<string, string>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`${url} is not ready`);
}

async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise(done => child.once('exit', done));
  child.kill();
  await over;
}
