import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom } from '../src/adapters/clock/seeded-random.ts';
import { monotonicMilliseconds, systemClock } from '../src/adapters/clock/system-clock.ts';
import { openDatabase, type Where } from '../src/adapters/database/open-database.ts';
import { localPlatform } from '../src/delivery/find-way.ts';
import type { Surface } from '../src/delivery/surface.ts';
import { createSender } from '../src/engine/sender.ts';
import { second } from '../src/shared/time.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { fillWithCustomers } from './crowded-database.ts';
import { percentiles, report } from './figures.ts';
import { silent } from './world.ts';

const others = 200;
const waiting = 9_600;

/** An answer to somebody, alone and while 9,600 wait in the same lane for one address that takes one a second. */
export async function benchCrowdedAddress(): Promise<void> {
  const server = await openTestPostgres();
  for (const crowd of [0, waiting])
    await measure('PostgreSQL', { kind: 'postgres', url: await server.newDatabase() }, crowd);
  await server.close();
  for (const crowd of [0, waiting]) await measure('embedded', { kind: 'memory' }, crowd);
}

/** From an answer being written until the platform has it, one after the other to customers of their own. */
async function measure(name: string, where: Where, crowd: number): Promise<void> {
  const sources = { clock: systemClock, random: createSeededRandom(1) };
  const database = await openDatabase(where, sources);
  await fillWithCustomers(database, others + 1);
  const arrivals = new Map<string, () => void>();
  const surface: Surface = {
    platform: localPlatform,
    limits: [{ calls: 1, withinMilliseconds: second, per: 'address' }],
    send: async ({ messageId }) => {
      arrivals.get(messageId)?.();
      return { outcome: 'sent', ref: messageId };
    },
    edit: async (_message, ref) => ({ outcome: 'sent', ref }),
    find: async () => undefined,
  };
  const sender = createSender({
    ...sources,
    database,
    logger: silent,
    monotonicMilliseconds,
    surfaces: { connected: [], everywhere: surface },
  });
  const write = (from: number, until: number, place: string) =>
    database.client.$executeRawUnsafe(
      `INSERT INTO message (id, key, name, lane, audience, "customerId", "toPlaceId", card, text, state, "createdAt", "dueAt")
       SELECT 'w' || n, 'w' || n, 'answer', 'replies', 'shared', 'c' || substr('${place}', 2), '${place}',
         '{"name":"answer","audience":"shared","heading":null,"blocks":[],"actions":[]}', 'x', 'waiting', now(), now()
       FROM generate_series(${from}, ${until}) AS n`,
    );
  await write(1, crowd, `p${others + 1}`);
  await database.client.$executeRawUnsafe('ANALYZE message');
  const ticking = setInterval(() => void sender.nudge(), second);
  const taken: number[] = [];
  for (let one = 1; one <= others; one += 1) {
    const id = crowd + one;
    const began = performance.now();
    const arrived = new Promise<void>(resolve => arrivals.set(`w${id}`, resolve));
    await write(id, id, `p${one}`);
    void sender.nudge(['replies']);
    await arrived;
    taken.push(performance.now() - began);
    await pause(20);
  }
  clearInterval(ticking);
  await sender.stop();
  await database.close();
  const { p50, p95, p99 } = percentiles(taken);
  report(`an answer, ${crowd} waiting for another, ${name}`, {
    p50_ms: p50,
    p95_ms: p95,
    p99_ms: p99,
  });
}
