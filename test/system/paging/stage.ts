import { localPlatform } from '../../../src/delivery/find-way.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { moduleOf } from '../../../src/engine/module.ts';
import { advancePage } from '../../../src/paging/advance-page.ts';
import { callPerson } from '../../../src/paging/chase/call-person.ts';
import { handleFailedCall } from '../../../src/paging/chase/handle-failed-call.ts';
import type { NewPage } from '../../../src/paging/page/new-page.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { inZone, minute, plus } from '../../../src/shared/time.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { openSender } from '../../harness/sender.ts';

/** One thing that reached somebody. */
export interface Heard {
  /** Wall clock of New York, "14:02". */
  readonly at: string;
  readonly to: string;
  readonly via: string;
  readonly name: string;
  readonly text: string;
  readonly actions: readonly string[];
  readonly isEdit: boolean;
}

const modules = [
  moduleOf('page-calls', 'page_call', callPerson),
  moduleOf('pages', 'page', advancePage),
  moduleOf('failures', { table: 'message', dueColumn: 'failureDueAt' }, handleFailedCall),
];

/** Lee, Northwind's leader, asks for a person in the channel. */
export const leesPage = {
  customerId: 'northwind',
  raisedBy: 'customer',
  raisedById: 'lee',
  words: 'The ledger is down.',
  isShared: true,
  placeId: 'northwind-shared',
} as const satisfies NewPage;

/** A rule pages about Northwind, and Northwind is not told. */
export const rulesPage = {
  customerId: 'northwind',
  raisedBy: 'rule',
  rule: 'silence',
  words: 'No sign of life since Monday, canary.',
  isShared: false,
} as const satisfies NewPage;

/** Paging alone, on a real database and the real engine, with a surface that can be cut off from people. */
export async function openStage() {
  return stageOn(await openTestDatabase('2026-03-10T14:02:00-04:00'));
}

/** The same on any database. */
export function stageOn(ports: Omit<TestPorts, 'fail'>) {
  const { database, clock } = ports;
  const heard: Heard[] = [];
  const deaf = new Set<string>();
  const down = new Set<string>();

  const hear = (message: Outgoing, isEdit: boolean): Sent => {
    if (down.has('everybody') || down.has(message.to)) {
      return { outcome: 'retry', detail: 'it takes no connection' };
    }
    if (deaf.has(message.to) || deaf.has(`${message.to}:${message.address.platform}`)) {
      return { outcome: 'refused', detail: 'no such user' };
    }
    heard.push({
      at: inZone(clock.now(), 'America/New_York').toFormat('HH:mm'),
      to: message.to,
      via: message.address.platform === localPlatform ? 'chat' : message.address.platform,
      name: message.card.name,
      text: message.text,
      actions: (message.card.actions ?? []).map(action => action.id),
      isEdit,
    });
    return { outcome: 'sent', ref: message.messageId };
  };
  const surface: Surface = {
    platform: localPlatform,
    send: async message => hear(message, false),
    edit: async message => hear(message, true),
    find: async () => undefined,
  };
  const { logger, errors: complaints } = createComplaints();
  const sender = openSender(ports, { surfaces: { connected: [], everywhere: surface }, logger });
  const engine = createEngine({ ports, sender, logger, modules });

  async function trip<T>(work: (trip: Trip) => Promise<T>): Promise<T> {
    const result = await database.trip(work);
    await engine.runUntilIdle();
    return result;
  }

  return {
    database,
    clock,
    engine,
    heard,
    deaf,
    /** Who cannot be reached for a while, or "everybody". */
    down,
    complaints,
    /** Empties the store and puts the cast in again. */
    async reset(at = '2026-03-10T14:02:00-04:00') {
      await emptyDatabase(ports);
      clock.moveTo(new Date(at));
      heard.length = 0;
      complaints.length = 0;
      deaf.clear();
      down.clear();
      await database.trip(cast);
    },
    /** Does something in a trip of its own, and lets the engine follow. */
    trip,
    /** Lee asks for a person, or what is told instead; somebody is called. */
    raise: (over: Partial<NewPage> = {}) => trip(on => raisePage(on, { ...leesPage, ...over })),
    /** A rule pages, and somebody is called. */
    ruleRaises: (over: Partial<NewPage> = {}) =>
      trip(on => raisePage(on, { ...rulesPage, ...over })),
    /** Lets time pass, stopping wherever something is due. */
    async pass(minutes: number) {
      await engine.advanceTo(clock, plus(clock.now(), minutes * minute));
      await engine.runUntilIdle();
    },
    /** The engine stands still while the clock goes on, then runs again. */
    async standStill(minutes: number) {
      clock.moveTo(plus(clock.now(), minutes * minute));
      await engine.runUntilIdle();
    },
    /** What one place or person heard, oldest first, without edits unless asked for. */
    heardBy: (to: string, kind: 'new' | 'all' = 'new') =>
      heard.filter(one => one.to === to && (kind === 'all' || !one.isEdit)),
    page: (id: string) => database.client.page.findUniqueOrThrow({ where: { id } }),
    facts: async (visibility: 'shared' | 'internal') =>
      (
        await database.client.event.findMany({ where: { visibility }, orderBy: { seq: 'asc' } })
      ).map(event => `${event.kind} ${event.text}`),
    close: () => database.close(),
  };
}

export type PagingStage = ReturnType<typeof stageOn>;

const chat = [{ via: 'chat', to: null, afterMinutes: 0 }];

async function cast({ tx, now }: Trip): Promise<void> {
  const person = (id: string, name: string, over: Record<string, unknown> = {}) => ({
    id,
    name,
    side: 'vendor',
    customerId: null,
    timeZone: 'Europe/London',
    contact: chat,
    skills: [] as string[],
    ...over,
  });
  const customerSide = { side: 'customer', customerId: 'northwind', timeZone: 'America/New_York' };
  await tx.person.createMany({
    data: [
      person('maya', 'Maya'),
      person('tom', 'Tom'),
      person('ana', 'Ana'),
      person('eve', 'Eve', { skills: ['ledger'] }),
      person('joe', 'Joe', { skills: ['ledger'] }),
      person('lee', 'Lee', customerSide),
    ],
  });
  const businessHours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] };
  await tx.customer.create({
    data: {
      id: 'northwind',
      name: 'Northwind',
      timeZone: 'America/New_York',
      businessHours,
      leaderId: 'lee',
      memberIds: [],
      advocateId: 'maya',
      managerId: 'ana',
      escalationId: 'default',
      brief: 'Month-end on the 12th is their hard date.',
    },
  });
  await tx.place.createMany({
    data: [
      { id: 'northwind-shared', customerId: 'northwind', audience: 'shared' },
      { id: 'northwind-team', customerId: 'northwind', audience: 'internal' },
    ],
  });
  await tx.schedule.create({
    data: {
      id: 'duty',
      timeZone: 'Europe/London',
      layers: [
        {
          rotation: { everyDays: 7, start: '2026-03-02T09:00', people: ['joe', 'tom'] },
          only: [],
        },
      ],
      overrides: [],
    },
  });
  await tx.escalationPolicy.create({
    data: {
      id: 'default',
      levels: [
        { to: ['advocate'], waitMinutes: 5 },
        { to: [{ schedule: 'duty' }], waitMinutes: 5 },
        { to: ['manager'], waitMinutes: 10 },
      ],
      repeat: 1,
      fallback: ['manager'],
    },
  });
  await tx.transition.create({
    data: {
      id: 'northwind/erp',
      key: 'erp',
      customerId: 'northwind',
      kind: 'go-live',
      name: 'ERP go-live',
      windowFrom: new Date('2026-03-06T18:00:00-05:00'),
      windowUntil: new Date('2026-03-07T06:00:00-05:00'),
      phase: 'settling',
      phaseSince: now,
    },
  });
}
