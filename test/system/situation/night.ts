import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { watchPromise } from '../../../src/promises/watch-promise.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { chaseNews } from '../../../src/situation/chase-news.ts';
import { moveTransition } from '../../../src/transitions/move-transition.ts';
import { watchMilestone } from '../../../src/transitions/watch-milestone.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';

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

const newYork = 'America/New_York';
const hours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] };

const steps = [
  ['backup', 'Back up the old system', '18:00', '19:00'],
  ['copy', 'Copy the balances', '19:00', '23:00'],
  ['open', 'Open the new ledger', '25:00', '26:00'],
] as const;

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
  ports.clock.moveTo(instant(from));
  const trip: Night['trip'] = work => ports.database.trip(work);
  await trip(({ tx }) => fill(tx));
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

async function fill(tx: Prisma.TransactionClient): Promise<void> {
  await tx.organisation.create({
    data: { id: 'vendor', name: 'Acme Software', timeZone: 'Europe/London' },
  });
  const person = (id: string, name: string, side: string) => ({
    id,
    name,
    side,
    customerId: side === 'customer' ? 'northwind' : null,
    timeZone: side === 'customer' ? newYork : 'Europe/London',
    contact: [],
    skills: [],
  });
  await tx.person.createMany({
    data: [
      person('adv-1', 'Ada', 'vendor'),
      person('adv-2', 'Ben', 'vendor'),
      person('mgr-1', 'Mia', 'vendor'),
      person('sales-1', 'Sol', 'vendor'),
      person('lead-1', 'Lee', 'customer'),
    ],
  });
  await tx.customer.create({
    data: {
      id: 'northwind',
      name: 'Northwind',
      timeZone: newYork,
      businessHours: hours,
      leaderId: 'lead-1',
      memberIds: [],
      advocateId: 'adv-1',
      backupId: 'adv-2',
      managerId: 'mgr-1',
      salesId: 'sales-1',
      escalationId: 'default',
    },
  });
  await tx.place.createMany({
    data: [
      { id: 'northwind-shared', customerId: 'northwind', audience: 'shared' },
      { id: 'northwind-team', customerId: 'northwind', audience: 'internal' },
    ],
  });
  await tx.transition.create({
    data: {
      id: 'northwind/erp',
      key: 'erp',
      customerId: 'northwind',
      kind: 'go-live',
      name: 'ERP go-live',
      windowFrom: instant('18:00'),
      windowUntil: instant('30:00'),
      phase: 'preparing',
      phaseSince: instant('17:00'),
      dueAt: instant('17:00'),
    },
  });
  await tx.milestone.createMany({
    data: steps.map(([key, name, from, until], position) => ({
      id: `northwind/erp/${key}`,
      key,
      transitionId: 'northwind/erp',
      customerId: 'northwind',
      name,
      position,
      plannedFrom: instant(from),
      plannedUntil: instant(until),
      state: 'planned',
      dueAt: instant('17:00'),
    })),
  });
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
