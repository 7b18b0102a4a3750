import type { Inbound } from '../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../src/delivery/find-way.ts';
import type { Surface } from '../src/delivery/surface.ts';
import { createRunner } from '../src/engine/runner.ts';
import { importSetup } from '../src/setup/import-setup.ts';
import { readSetup } from '../src/setup/setup.ts';
import { createWorld, type World } from '../src/world.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { percentiles, report, timeEach } from './figures.ts';
import { openBenchDatabase, silent } from './world.ts';

const customers = 20;

/** From an inbound message to the answer's hand-over, beside a floor that only writes the inbox row. */
export async function benchInbound(): Promise<void> {
  await on('embedded', null);
  const server = await openTestPostgres();
  await on('PostgreSQL', server.url);
  await server.close();
}

async function on(name: string, url: string | null): Promise<void> {
  const ports = await openBenchDatabase(url ? { kind: 'postgres', url } : { kind: 'memory' });
  let handed = () => {};
  const surface: Surface = {
    platform: localPlatform,
    send: async message => {
      handed();
      return { outcome: 'sent', ref: message.messageId };
    },
    edit: async (_message, ref) => ({ outcome: 'sent', ref }),
    find: async () => undefined,
  };
  const setup = readSetup(JSON.stringify(crowdOf(customers).setup), 'crowd');
  await ports.database.trip(trip => importSetup(trip, setup));
  const world = createWorld({
    ...ports,
    logger: silent,
    surfaces: { connected: [], everywhere: surface },
  });
  await world.engine.runUntilIdle();
  const runner = createRunner({ engine: world.engine, sender: world.sender, logger: silent });
  const floor = percentiles(await timeEach(200, n => writeOnly(world, n)));
  const answer = percentiles(
    await timeEach(200, async n => {
      const answered = new Promise<void>(resolve => {
        handed = resolve;
      });
      await world.receive(question(`q-${n}`, n));
      void runner.run();
      await answered;
    }),
  );
  await runner.stop();
  report(`inbox row alone, ${name}`, { p50_ms: floor.p50, p99_ms: floor.p99 });
  report(`question → answer handed over, ${name}`, {
    p50_ms: answer.p50,
    p99_ms: answer.p99,
    ratio_to_row: answer.p50 / floor.p50,
  });
  await ports.database.close();
}

/** The row is written as handled, so that the engine does not answer it as well. */
async function writeOnly(world: World, n: number): Promise<void> {
  await world.ports.database.trip(trip =>
    trip.tx.inbox.create({
      data: {
        id: `floor-${n}`,
        payload: question(`floor-${n}`, n),
        state: 'handled',
        receivedAt: trip.now,
      },
    }),
  );
}

function question(id: string, n: number): Inbound {
  const customer = n % customers;
  return {
    id,
    from: { platform: localPlatform, workspace: localPlatform, user: `lead-${customer}` },
    in: {
      platform: localPlatform,
      workspace: localPlatform,
      channel: `customer-${customer}-shared`,
    },
    addressed: true,
    threadOf: null,
    said: { kind: 'text', text: "what's happening now?" },
  };
}
