import { openTeams } from '../src/adapters/teams/open-teams.ts';
import { createRunner } from '../src/engine/runner.ts';
import { importSetup } from '../src/setup/import-setup.ts';
import { setupFrom } from '../src/setup/setup.ts';
import { createWorld } from '../src/world.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { serve } from '../test/harness/serve.ts';
import { messageOf } from '../test/harness/teams/activities.ts';
import { openNaiveBot } from '../test/harness/teams/naive-bot.ts';
import type { Conversation, Member } from '../test/harness/teams/people.ts';
import { type FakeTeams, hostTenant, openFakeTeams } from '../test/harness/teams/teams.ts';
import { percentiles, report, timeEach } from './figures.ts';
import { openBenchDatabase, silent } from './world.ts';

const customers = 20;
const questions = 200;

/** From an activity to the card handed to the connector, beside a bare botbuilder echo on the same connector. */
export async function benchTeams(): Promise<void> {
  const floor = await benchEcho();
  await on('embedded', { url: null, floor });
  const server = await openTestPostgres();
  await on('PostgreSQL', { url: server.url, floor });
  await server.close();
}

interface Town {
  readonly teams: FakeTeams;
  readonly leads: readonly Member[];
  readonly rooms: readonly Conversation[];
}

async function openTown(now?: () => Date): Promise<Town> {
  const teams = await openFakeTeams({ ...(now && { now }), limits: 'open' });
  const leads = Array.from({ length: customers }, (_, n) =>
    teams.person({
      name: `Lead ${n}`,
      email: `lead@customer-${n}.example`,
      guestOf: hostTenant,
      tenant: `customer-${n}`,
    }),
  );
  const rooms = leads.map((lead, n) => teams.channel({ name: `room-${n}`, members: [lead] }));
  return { teams, leads, rooms };
}

/** Posts a question and waits for what the bot says to it. */
async function ask({ teams, leads, rooms }: Town, n: number): Promise<void> {
  const [lead, room] = [leads[n % customers], rooms[n % customers]];
  if (!lead || !room) throw new Error('There is nobody to ask.');
  const shown = teams.next();
  const text = "what's happening now?";
  await teams.post(messageOf(teams.scene(lead, room), { text, mention: true }));
  await shown;
}

async function benchEcho(): Promise<number> {
  const town = await openTown();
  const bot = await openNaiveBot(town.teams);
  town.teams.botUrl = bot.url;
  const { p50, p99 } = percentiles(await timeEach(questions, n => ask(town, n)));
  report('bare botbuilder echo', { p50_ms: p50, p99_ms: p99 });
  await bot.close();
  await town.teams.close();
  return p50;
}

async function on(
  name: string,
  { url, floor }: { url: string | null; floor: number },
): Promise<void> {
  const ports = await openBenchDatabase(url ? { kind: 'postgres', url } : { kind: 'memory' });
  const town = await openTown(ports.clock.now);
  const { teams } = town;
  await ports.database.trip(trip => importSetup(trip, setupFrom(setupOf(town))));
  const way = {
    kind: 'tenant',
    appId: teams.appId,
    appPassword: teams.appPassword,
    appTenantId: hostTenant,
    appType: 'SingleTenant',
    openIdUrl: teams.openIdUrl,
    loginUrl: teams.loginUrl,
  } as const;
  const joined = await openTeams({ way, ports, logger: silent });
  // Pacing would be measured otherwise: a bench asks faster than people do.
  const { limits: _paced, ...surface } = joined.surface;
  const world = createWorld({
    ...ports,
    logger: silent,
    surfaces: { connected: [surface], everywhere: null },
  });
  const runner = createRunner({ engine: world.engine, sender: world.sender, logger: silent });
  const nudge = () => void runner.run();
  const server = await serve({
    ports,
    logger: silent,
    nudge,
    mounts: [joined.listen({ world, nudge })],
  });
  teams.botUrl = `${server.url}/api/messages`;
  await world.engine.runUntilIdle();
  const { p50, p99 } = percentiles(await timeEach(questions, n => ask(town, n)));
  report(`activity → card at the connector, ${name}`, {
    p50_ms: p50,
    p99_ms: p99,
    ratio_to_echo: p50 / floor,
  });
  await runner.stop();
  await server.close();
  await joined.close();
  await teams.close();
  await ports.database.close();
}

/** The crowd's customers, each with its leader and its channel in Teams. */
function setupOf({ leads, rooms }: Town): Record<string, unknown> {
  const { setup } = crowdOf(customers);
  const people = setup.people as { id: string }[];
  const all = setup.customers as { id: string; places: { id: string }[] }[];
  const platform = 'teams';
  return {
    ...setup,
    people: people.map(person => {
      const n = Number(/^lead-(\d+)$/.exec(person.id)?.[1] ?? -1);
      const user = leads[n]?.user;
      return user ? { ...person, identities: [{ platform, tenant: hostTenant, user }] } : person;
    }),
    customers: all.map((customer, n) => ({
      ...customer,
      places: customer.places.map(place => {
        const conversation = rooms[n]?.id;
        if (!place.id.endsWith('-shared') || !conversation) return place;
        return { ...place, identities: [{ platform, tenant: hostTenant, conversation }] };
      }),
    })),
  };
}
