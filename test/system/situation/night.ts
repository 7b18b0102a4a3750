import { watchPromise } from '../../../src/promises/watch-promise.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { chaseNews } from '../../../src/situation/chase-news.ts';
import { moveTransition } from '../../../src/transitions/move-transition.ts';
import { watchMilestone } from '../../../src/transitions/watch-milestone.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { buildEscalation, buildNorthwind } from '../../harness/northwind.ts';

/** A customer in New York, its go-live night from 18:00 to 06:00, and the people around it. */
export interface Night {
  readonly ports: TestPorts;
  trip<T>(work: (trip: Trip) => Promise<T>): Promise<T>;
  /** Moves the clock to "18:05" of the night (New York), or to an instant, looking at everything due on the way. */
  at(time: string): Promise<void>;
  /** What was sent to a place or person, as "name: text". */
  sent(to: string): Promise<string[]>;
  facts(visibility?: 'shared' | 'internal'): Promise<string[]>;
  close(): Promise<void>;
}

// Nobody is on call, so that the night is told of the advocate alone.
const levels = [{ to: ['advocate'], wait: '5m' }];
const setup = buildNorthwind({ schedules: [], escalations: [buildEscalation({ levels })] });

/** "25:00" is one in the morning after. */
export function instant(time: string): Date {
  if (time.includes('T')) return new Date(time);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const start = Date.parse('2026-03-06T00:00:00-05:00');
  return new Date(start + (hour * 60 + minute) * 60_000);
}

let open: Promise<TestPorts> | null = null;

/** A fresh night; the database is shared within a test file. */
export async function openNight(from = '17:00'): Promise<Night> {
  open ??= openTestDatabase(instant(from));
  const ports = await open;
  await emptyDatabase(ports);
  const trip: Night['trip'] = work => ports.database.trip(work);
  ports.clock.moveTo(instant('17:00'));
  await trip(on => importSetup(on, setupFrom(setup)));
  ports.clock.moveTo(instant(from));
  await runUntilIdle(ports);
  return {
    ports,
    trip,
    at: time => pass(ports, instant(time)),
    sent: to =>
      trip(async ({ tx }) => {
        const rows = await tx.message.findMany({
          where: { OR: [{ toPlaceId: to }, { toPersonId: to }] },
          orderBy: { seq: 'asc' },
        });
        return rows.map(({ name, text }) => `${name}: ${text}`);
      }),
    facts: visibility =>
      trip(async ({ tx }) => {
        const rows = await tx.event.findMany({ where: { visibility }, orderBy: { seq: 'asc' } });
        return rows.map(({ kind, text }) => `${kind}: ${text}`);
      }),
    close: async () => {
      open = null;
      await ports.database.close();
    },
  };
}

const modules = [
  ['milestone', watchMilestone],
  ['transition', moveTransition],
  ['vendorPromise', watchPromise],
  ['newsRequest', chaseNews],
] as const;

/** Does what the engine does with the rows of these folders: looks at each that is due until none is. */
async function runUntilIdle({ database, clock }: TestPorts): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    let handled = 0;
    for (const [table, handle] of modules) {
      handled += await database.trip(async trip => {
        const dueAt = { lte: clock.now() };
        const rows = await tables(trip)[table].findMany({ where: { dueAt }, select: { id: true } });
        for (const { id } of rows) await handle(trip, id);
        return rows.length;
      });
    }
    if (handled === 0) return;
  }
  throw new Error('A row stays due: its handler does not move it on.');
}

interface Due {
  findMany(query: object): Promise<{ id: string; dueAt?: Date | null }[]>;
}

function tables({ tx }: Trip): Record<(typeof modules)[number][0], Due> {
  return tx as unknown as Record<(typeof modules)[number][0], Due>;
}

async function pass(ports: TestPorts, until: Date): Promise<void> {
  for (;;) {
    const next = await ports.database.trip(async trip => {
      const dues: Date[] = [];
      for (const [table] of modules) {
        const rows = await tables(trip)[table].findMany({ where: { dueAt: { lte: until } } });
        for (const { dueAt } of rows) if (dueAt) dues.push(dueAt);
      }
      return dues.sort((a, b) => a.getTime() - b.getTime())[0];
    });
    if (!next) break;
    if (next > ports.clock.now()) ports.clock.moveTo(next);
    await runUntilIdle(ports);
  }
  ports.clock.moveTo(until);
  await runUntilIdle(ports);
}
