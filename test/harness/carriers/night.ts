import { type OutsideMethod, outsideMethods } from '../../../src/customers/person.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { earliest, minute, plus, second } from '../../../src/shared/time.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../complaints.ts';
import { openTestDatabase } from '../database.ts';
import { openCarriers, type Try } from './carriers.ts';
import type { Fault } from './fault.ts';

/** One customer's page in the night: what its carriers do, and in which call that reaches somebody it is taken. */
export interface Story {
  readonly customerId: string;
  readonly faults: readonly Fault[];
  /** 1 = the first call that reaches anybody. */
  readonly takenInCall: number;
}

/** What became of it. */
export interface Told {
  readonly story: Story;
  readonly state: string;
  readonly takenAt: Date | null;
  readonly takenBy: string | null;
  readonly tries: readonly Try[];
}

const hours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };
const began = new Date('2026-03-10T03:00:00Z');
const thinks = 20 * second;
const longest = 150 * minute;

/** Pages of three levels by every medium outside chat, all raised at three in the morning, on a clock nobody waits for. */
export async function playNight(stories: readonly Story[]): Promise<{ began: Date; told: Told[] }> {
  const ports = await openTestDatabase(began);
  const { logger } = createComplaints();
  const plans = new Map(stories.map(({ customerId, faults }) => [customerId, faults]));
  const carriers = openCarriers(ports.clock, id => plans.get(id) ?? []);
  const { connected, everywhere } = carriers;
  const { engine, receive } = createWorld({
    ...ports,
    logger,
    surfaces: { connected, everywhere },
  });
  await ports.database.trip(trip => importSetup(trip, setupFrom(townOf(stories))));
  await engine.runUntilIdle();
  for (const { customerId } of stories) {
    await ports.database.trip(trip =>
      raisePage(trip, {
        customerId,
        raisedBy: 'customer',
        raisedById: `${customerId}-lead`,
        words: 'The ledger is down.',
        isShared: true,
        placeId: `${customerId}-shared`,
      }),
    );
  }

  const until = plus(began, longest);
  const answers: { at: Date; messageId: string; customerId: string; via: OutsideMethod }[] = [];
  const reached = new Map<string, Set<string>>();
  const takenAt = new Map<string, Date>();
  const toldWords = new Set<object>();
  let seen = 0;
  for (;;) {
    await engine.runUntilIdle();
    for (const one of carriers.tries.slice(seen)) {
      if (one.name !== 'page' || one.isEdit || !one.isTaken) continue;
      const calls = reached.get(one.customerId) ?? new Set();
      reached.set(one.customerId, calls.add(one.messageId));
      const wanted = stories.find(({ customerId }) => customerId === one.customerId);
      const via = outsideMethods.find(known => known === one.via);
      const isAnswered = answers.some(({ customerId }) => customerId === one.customerId);
      if (via && calls.size === wanted?.takenInCall && !isAnswered)
        answers.push({ ...one, via, at: plus(one.at, thinks) });
    }
    seen = carriers.tries.length;
    const now = ports.clock.now();
    const given = answers.filter(({ at, customerId }) => at <= now && !takenAt.has(customerId));
    for (const answer of given) {
      const { messageId, customerId, via } = answer;
      takenAt.set(customerId, now);
      const id = `taken:${messageId}`;
      await receive({
        id,
        via,
        answer: { kind: 'press', messageId, action: 'page.acknowledge' },
      });
    }
    const words = carriers.words.filter(one => one.at <= now && !toldWords.has(one));
    for (const word of words) {
      toldWords.add(word);
      const { messageId, outcome } = word;
      const id = `word:${messageId}:${toldWords.size}`;
      await receive({ id, report: { messageId, outcome, detail: null } });
    }
    if (given.length + words.length > 0) await engine.runUntilIdle();
    if (takenAt.size === stories.length && now > plus(lastOf([...takenAt.values()]), minute)) break;
    const next = earliest([
      await engine.nextDue(),
      ...answers.filter(({ customerId }) => !takenAt.has(customerId)).map(({ at }) => at),
      ...carriers.words.filter(one => !toldWords.has(one)).map(({ at }) => at),
    ]);
    if (!next || next > until) break;
    ports.clock.moveTo(next);
  }

  const pages = await ports.database.client.page.findMany();
  const told = stories.map((story): Told => {
    const page = pages.find(({ customerId }) => customerId === story.customerId);
    return {
      story,
      state: page?.state ?? 'lost',
      takenAt: takenAt.get(story.customerId) ?? null,
      takenBy: page?.ownerId ?? null,
      tries: carriers.tries.filter(({ customerId }) => customerId === story.customerId),
    };
  });
  await ports.database.close();
  return { began, told };
}

function lastOf(moments: readonly Date[]): Date {
  return new Date(Math.max(...moments.map(Number)));
}

/** Each customer has three people of its own; every number and mailbox is one person's. */
function townOf(stories: readonly Story[]): Record<string, unknown> {
  const number = (index: number, who: number) =>
    `+1555${String(index * 10 + who).padStart(7, '0')}`;
  const people = stories.flatMap(({ customerId: id }, index) => [
    {
      id: `${id}-adv`,
      contact: [
        { via: 'sms', to: number(index, 1) },
        { via: 'voice', to: number(index, 1), after: '2m' },
      ],
    },
    {
      id: `${id}-backup`,
      contact: [{ via: 'push' }, { via: 'email', to: `${id}-backup@vendor.example`, after: '1m' }],
    },
    {
      id: `${id}-mgr`,
      contact: [
        { via: 'voice', to: number(index, 3) },
        { via: 'webhook', after: '1m' },
        { via: 'pagerduty', after: '2m' },
      ],
    },
  ]);
  const leads = stories.map(({ customerId: id }) => ({
    id: `${id}-lead`,
    name: 'Daniel',
    side: 'customer',
    customer: id,
  }));
  return {
    organisation: { name: 'Fernhollow', timeZone: 'Europe/London' },
    people: [...people.map(one => ({ name: one.id, side: 'vendor', ...one })), ...leads],
    customers: stories.map(({ customerId: id }) => ({
      id,
      name: id,
      timeZone: 'America/New_York',
      businessHours: hours,
      people: {
        leader: `${id}-lead`,
        advocate: `${id}-adv`,
        backup: `${id}-backup`,
        manager: `${id}-mgr`,
      },
      places: [{ id: `${id}-shared`, audience: 'shared' }],
      escalation: 'default',
      transitions: [],
    })),
    schedules: [],
    escalations: [
      {
        id: 'default',
        levels: [
          { to: ['advocate'], wait: '5m' },
          { to: ['backup'], wait: '5m' },
          { to: ['manager'], wait: '10m' },
        ],
        repeat: 1,
      },
    ],
  };
}
