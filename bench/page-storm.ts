import { createSeededRandom } from '../src/adapters/clock/seeded-random.ts';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../src/adapters/database/open-database.ts';
import type { Inbound } from '../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../src/delivery/find-way.ts';
import type { Surface } from '../src/delivery/surface.ts';
import { createRunner } from '../src/engine/runner.ts';
import { importSetup } from '../src/setup/import-setup.ts';
import { readSetup } from '../src/setup/setup.ts';
import { createWorld } from '../src/world.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { percentiles, report } from './figures.ts';
import { silent } from './world.ts';

const customers = 250;
/** How many call for help, evenly within so long. */
interface Storm {
  readonly requests: number;
  readonly seconds: number;
}

const crowd: Storm = {
  requests: Number(process.env.HANDRAIL_STORM_REQUESTS ?? 1_000),
  seconds: Number(process.env.HANDRAIL_STORM_SECONDS ?? 60),
};

/** A thousand people of 250 customers call for a human within a minute, at one process: how long until an advocate is called. */
export async function benchPageStorm(): Promise<void> {
  const server = await openTestPostgres();
  await storm('PostgreSQL', { kind: 'postgres', url: server.url }, crowd);
  await server.close();
  await storm('embedded', { kind: 'memory' }, crowd);
}

/** Pages of distinct customers, five and twenty a second: from our accepting the words until the medium has the page. */
export async function benchPageRate(): Promise<void> {
  for (const aSecond of [5, 20]) {
    const server = await openTestPostgres();
    const steady = { requests: customers, seconds: customers / aSecond };
    await storm('PostgreSQL', { kind: 'postgres', url: server.url }, steady);
    await server.close();
  }
}

async function storm(name: string, where: Where, { requests, seconds }: Storm): Promise<void> {
  const sources = { clock: systemClock, random: createSeededRandom(1) };
  const ports = { ...sources, database: await openDatabase(where, sources) };
  const waiting = new Map<string, () => void>();
  const surface: Surface = {
    platform: localPlatform,
    send: async ({ messageId, to, card }) => {
      if (card.name === 'page') waiting.get(to)?.();
      return { outcome: 'sent', ref: messageId };
    },
    edit: async (_message, ref) => ({ outcome: 'sent', ref }),
    find: async () => undefined,
  };
  await ports.database.trip(trip => importSetup(trip, crowdWithOwnAdvocates()));
  await ports.database.client.message.deleteMany();
  const world = createWorld({
    ...ports,
    logger: silent,
    surfaces: { connected: [], everywhere: surface },
  });
  const runner = createRunner({ engine: world.engine, sender: world.sender, logger: silent });
  await world.engine.runUntilIdle();
  const ticking = setInterval(() => void runner.run(), 1_000);

  const accepted: number[] = [];
  const called: number[] = [];
  const one = async (n: number) => {
    const room = n % customers;
    const began = performance.now();
    // The later calls of a customer are added to the page that the first one begins.
    const isFirst = n < customers;
    const arrived = isFirst && new Promise<void>(resolve => waiting.set(`own-${room}`, resolve));
    await world.receive(callForHelp(n, room));
    accepted.push(performance.now() - began);
    void runner.run();
    if (!arrived) return;
    await arrived;
    called.push(performance.now() - began);
  };
  const all: Promise<void>[] = [];
  for (let n = 0; n < requests; n += 1) {
    all.push(one(n));
    await new Promise(done => setTimeout(done, (seconds * 1_000) / requests));
  }
  await Promise.all(all);
  clearInterval(ticking);
  await runner.stop();
  const open = await ports.database.client.page.count();
  await ports.database.close();
  report(`${requests} calls for help in ${seconds} s, ${name}`, {
    pages: open,
    accepted_p50_ms: percentiles(accepted).p50,
    accepted_p99_ms: percentiles(accepted).p99,
    called_p50_ms: percentiles(called).p50,
    called_p95_ms: percentiles(called).p95,
    called_p99_ms: percentiles(called).p99,
  });
}

function callForHelp(n: number, room: number): Inbound {
  const place = `customer-${room}-shared`;
  return {
    id: `storm-${n}`,
    from: { platform: localPlatform, workspace: localPlatform, user: `lead-${room}` },
    in: { platform: localPlatform, workspace: localPlatform, channel: place },
    addressed: true,
    threadOf: null,
    said: { kind: 'text', text: `page: nobody can post anything, ${n}` },
  };
}

/** The crowd of the tests, each customer with an advocate who has no other. */
function crowdWithOwnAdvocates() {
  const setup = readSetup(JSON.stringify(crowdOf(customers).setup), 'crowd');
  const [advocate] = setup.people;
  if (!advocate) throw new Error('The crowd has nobody in it.');
  const own = setup.customers.map((_, n) => ({ ...advocate, id: `own-${n}`, name: `Own ${n}` }));
  const served = setup.customers.map((customer, n) => ({
    ...customer,
    people: { ...customer.people, advocate: `own-${n}` },
  }));
  return { ...setup, people: [...setup.people, ...own], customers: served };
}
