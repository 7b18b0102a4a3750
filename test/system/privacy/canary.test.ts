import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { type Inbound, type Sign, signs } from '../../../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { readSetup } from '../../../src/setup/setup.ts';
import type { Ports } from '../../../src/shared/database.ts';
import { minute, plus, second } from '../../../src/shared/time.ts';
import { recordExternalEvent } from '../../../src/timeline/record-external-event.ts';
import { createWorld, type World } from '../../../src/world.ts';
import { canaryOf, crowdOf } from '../../harness/crowd.ts';
import { LeakWatch } from '../../harness/leak-watch.ts';
import { openTestPostgres } from '../../harness/postgres.ts';
import { listToldTwice } from '../../harness/told-twice.ts';
import { watchErrors } from '../watch-errors.ts';

const customers = 50;
/** Long runs: CANARY_OPERATIONS=10000 npm test -- test/system/privacy */
const operations = Number(process.env.CANARY_OPERATIONS ?? 60);
const { logger } = watchErrors();

const customer = fc.nat({ max: customers - 1 });
const vendors = ['adv-1', 'adv-2', 'eng-1', 'sales-1', 'mgr-1', 'mgr-2'] as const;

const customerWords = [
  "what's happening now?",
  'what happened since yesterday?',
  'what is next?',
  'who is with us tonight?',
  'page',
  'the ledger is down, nobody can work',
  'I am worried about tomorrow',
  'this is the third time nobody calls back',
  'thank you, that helped',
  'thank you, you can stop calling',
  'please check in every morning',
  'less please',
  'not before 9',
  'yes',
  'no',
  '1',
  '2',
  'all good',
  'worried',
  'what did you promise us?',
  'is my invoice right?',
  'should we upgrade before month-end?',
  'it works again',
  'hello',
  'help',
  'call me at 7 on +44 20 7946 0018',
  'tell me when the copy is done',
  'no, it can wait',
] as const;

const prying = [
  (target: number) => `brief customer-${target}`,
  (target: number) => `what's happening at Customer ${target}?`,
  (target: number) => `status customer-${target}`,
  (target: number) => `publish customer-${target}`,
  (target: number) => `why customer-${target}`,
  (target: number) => `who is with customer-${target}?`,
  () => 'portfolio',
  () => 'pages',
  () => 'audit',
  () => 'brief',
] as const;

let secrets = 0;
const secret = (n: number) => {
  secrets += 1;
  return `geheim${String(n).padStart(3, '0')}x${secrets}`;
};

let publications = 0;
/** A word that stands in one published fact alone. */
const publication = () => {
  publications += 1;
  return `nr${publications}x`;
};

const vendorWords = [
  (n: number) => `log customer-${n}: the disk ${secret(n)} is nearly full`,
  (n: number) => `publish customer-${n}: half of it is copied ${canaryOf(n)} ${publication()}`,
  (n: number) => `brief customer-${n}`,
  (n: number) => `why customer-${n}`,
  (n: number) => `status customer-${n}`,
  (n: number) => `audit customer-${n}`,
  (n: number) => `milestone customer-${n} backup done`,
  (n: number) => `milestone customer-${n} copy underway`,
  (n: number) => `milestone customer-${n} copy late because the disk is slow, now 04:00`,
  (n: number) => `milestone customer-${n} copy rolled back`,
  (n: number) => `promise customer-${n}: call back about ${secret(n)} by tomorrow 10:00`,
  (n: number) => `task customer-${n}: look after ${secret(n)}`,
  (n: number) => `page customer-${n}: internal alarm ${secret(n)}`,
  (n: number) => `cadence customer-${n} every 2 days because ${secret(n)}`,
  (n: number) => `pause customer-${n} until tomorrow because ${secret(n)}`,
  (n: number) => `resume customer-${n}`,
  (n: number) => `graduate customer-${n}`,
  () => 'portfolio',
  () => 'pages',
  () => 'ack',
  () => 'resolve it was a full queue',
  () => 'update still looking',
  () => 'update shared: half of it is mended',
  () => 'resolve shared: the queue moves again',
  () => 'next in 20 minutes',
  () => 'undo',
  () => 'who',
  () => 'on-call',
  () => 'help',
  () => 'yes',
] as const;

type Operation =
  | {
      readonly do: 'ask';
      readonly n: number;
      readonly role: string;
      readonly words: string;
      readonly isDirect: boolean;
    }
  | {
      readonly do: 'pry';
      readonly n: number;
      readonly at: number;
      readonly how: number;
      readonly target: number;
    }
  | {
      readonly do: 'command';
      readonly who: string;
      readonly how: number;
      readonly n: number;
      readonly where: string;
      readonly at: number;
    }
  | { readonly do: 'press'; readonly who: number; readonly pick: number; readonly at: number }
  | { readonly do: 'event'; readonly n: number; readonly isShared: boolean }
  | { readonly do: 'sign'; readonly n: number; readonly sign: Sign; readonly pick: number }
  | { readonly do: 'rebind'; readonly n: number; readonly to: number; readonly words: string }
  | {
      readonly do: 'freeze' | 'outage';
      readonly n: number;
      readonly to: number;
      readonly seconds: number;
    }
  | { readonly do: 'pass'; readonly minutes: number };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      n: customer,
      role: fc.constantFrom('lead', 'member'),
      words: fc.constantFrom(...customerWords),
      isDirect: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pry' as const),
      n: customer,
      at: customer,
      how: fc.nat({ max: prying.length - 1 }),
      target: customer,
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      who: fc.constantFrom(...vendors),
      how: fc.nat({ max: vendorWords.length - 1 }),
      n: customer,
      where: fc.constantFrom('direct', 'direct', 'team', 'shared'),
      at: customer,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      who: fc.nat({ max: customers * 2 + vendors.length - 1 }),
      pick: fc.nat({ max: 400 }),
      at: customer,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      n: customer,
      isShared: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sign' as const),
      n: customer,
      sign: fc.constantFrom(...signs),
      pick: fc.nat({ max: 400 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rebind' as const),
      n: customer,
      to: customer,
      words: fc.constantFrom(...customerWords),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('freeze' as const, 'outage' as const),
      n: customer,
      to: customer,
      seconds: fc.integer({ min: 2, max: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      minutes: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

describe('nobody reads what is not theirs, and nothing is told twice', () => {
  const clock = createVirtualClock(new Date('2026-03-06T22:50:00Z'));
  const random = createSeededRandom(1);
  let ports: Ports;
  let closeServer = async () => {};
  let world: World;
  let watch: LeakWatch;
  const bindings = new Map<string, number>();
  let inbounds = 0;
  let publisher: string | null = null;
  let lastFact = 0n;

  beforeAll(async () => {
    const server = await openTestPostgres();
    closeServer = () => server.close();
    const database = await openDatabase({ kind: 'postgres', url: server.url }, { clock, random });
    ports = { database, clock, random };
    watch = new LeakWatch(readerOf);
    world = createWorld({
      ...ports,
      logger,
      surfaces: { connected: [], everywhere: watch },
      // The sender's own clock: everything in it stands still together.
      monotonicMilliseconds: () => clock.now().getTime(),
    });
    const crowd = crowdOf(customers);
    await ports.database.trip(trip =>
      importSetup(trip, readSetup(JSON.stringify(crowd.setup), 'crowd.yaml')),
    );
    for (let n = 0; n < customers; n += 1) bindings.set(`customer-${n}-shared`, n);
    await world.engine.runUntilIdle();
  });
  afterAll(async () => {
    await ports.database.close();
    await closeServer();
  });

  function readerOf(to: string): number | null {
    const bound = bindings.get(to);
    if (bound !== undefined) return bound;
    const person = /^(?:lead|member)-(\d+)$/.exec(to);
    return person ? Number(person[1]) : null;
  }

  async function receive(user: string, channel: string | null, said: Inbound['said']) {
    inbounds += 1;
    await world.receive({
      id: `in-${inbounds}`,
      from: { platform: localPlatform, workspace: localPlatform, user },
      in: channel === null ? null : { platform: localPlatform, workspace: localPlatform, channel },
      addressed: true,
      threadOf: null,
      said,
    });
  }

  async function perform(op: Operation): Promise<void> {
    const { database } = ports;
    publisher = null;
    await markFacts();
    switch (op.do) {
      case 'ask':
        await receive(`${op.role}-${op.n}`, op.isDirect ? null : `customer-${op.n}-shared`, {
          kind: 'text',
          text: op.words,
        });
        break;
      case 'pry':
        await receive(`lead-${op.n}`, `customer-${op.at}-shared`, {
          kind: 'text',
          text: prying[op.how]?.(op.target) ?? '',
        });
        break;
      case 'command': {
        const channel = op.where === 'direct' ? null : `customer-${op.at}-${op.where}`;
        const text = vendorWords[op.how]?.(op.n) ?? '';
        if (text === 'yes') publisher = op.who;
        await receive(op.who, channel, { kind: 'text', text });
        break;
      }
      case 'press': {
        await pressSomething(op);
        break;
      }
      case 'event':
        await database.trip(trip =>
          recordExternalEvent(trip, {
            customerId: `customer-${op.n}`,
            externalId: `t-${inbounds}-${secrets}`,
            text: op.isShared ? `Step done ${canaryOf(op.n)}` : `Ticket ${secret(op.n)}`,
            visibility: op.isShared ? 'shared' : 'internal',
          }),
        );
        break;
      case 'sign':
        await receive(`lead-${op.n}`, `customer-${op.n}-shared`, {
          kind: 'sign',
          sign: op.sign,
          ref: `ref-${op.pick}`,
        });
        break;
      case 'rebind':
        // The classic leak: something is queued, and the place changes hands before it is sent.
        await receive(`lead-${op.n}`, `customer-${op.n}-shared`, { kind: 'text', text: op.words });
        await world.engine.cycle();
        await bind(op.n, op.to);
        await world.engine.runUntilIdle();
        await bind(op.n, op.n);
        break;
      case 'freeze':
        // The sender stands still with a message in its hand, and goes on when others read the place.
        watch.beforeBytes = async to => {
          if (to !== `customer-${op.n}-shared`) return;
          watch.beforeBytes = async () => {};
          clock.moveTo(plus(clock.now(), op.seconds * second));
          await bind(op.n, op.to);
        };
        await ask(op.n);
        await bind(op.n, op.n);
        break;
      case 'outage':
        watch.isDown = true;
        await ask(op.n);
        await world.engine.advanceTo(clock, plus(clock.now(), op.seconds * second));
        await bind(op.n, op.to);
        watch.isDown = false;
        await world.engine.advanceTo(clock, plus(clock.now(), 30 * second));
        await bind(op.n, op.n);
        break;
      case 'pass':
        await world.engine.advanceTo(clock, plus(clock.now(), op.minutes * minute));
        break;
    }
    await world.engine.runUntilIdle();
    if (publisher) await allowPublishedBy(publisher);
  }

  async function ask(n: number): Promise<void> {
    await receive(`lead-${n}`, `customer-${n}-shared`, { kind: 'text', text: 'what is next?' });
    await world.engine.runUntilIdle();
  }

  async function bind(n: number, to: number): Promise<void> {
    bindings.set(`customer-${n}-shared`, to);
    await ports.database.client.place.update({
      where: { id: `customer-${n}-shared` },
      data: { customerId: `customer-${to}` },
    });
  }

  /** Anybody presses any button of any message, from anywhere. */
  async function pressSomething(op: Extract<Operation, { do: 'press' }>): Promise<void> {
    const recent = await ports.database.client.message.findMany({
      orderBy: { seq: 'desc' },
      take: 1,
      skip: op.pick,
    });
    const message = recent[0];
    const actions =
      (message?.card as { actions?: { id: string; subject: string }[] } | undefined)?.actions ?? [];
    const action = actions[op.pick % Math.max(1, actions.length)];
    if (!message || !action) return;
    const vendor = vendors[op.who - customers * 2];
    const user = vendor ?? `${op.who % 2 === 0 ? 'lead' : 'member'}-${Math.floor(op.who / 2)}`;
    if (vendor) publisher = vendor;
    await receive(
      user,
      message.toPlaceId ?? (op.pick % 2 === 0 ? null : `customer-${op.at}-shared`),
      {
        kind: 'press',
        action: action.id,
        subject: action.subject,
        messageId: message.id,
      } as Inbound['said'],
    );
  }

  /** A vendor person's press or "yes" may publish a note; nothing else may, and nobody else. */
  async function allowPublishedBy(user: string): Promise<void> {
    const { client } = ports.database;
    const facts = await client.event.findMany({
      where: { seq: { gt: lastFact }, visibility: 'shared', authorId: user },
    });
    for (const { text } of facts)
      for (const [word] of text.matchAll(/geheim\d{3}x\d+/g)) watch.published.add(word);
  }

  async function markFacts(): Promise<void> {
    const newest = await ports.database.client.event.findFirst({ orderBy: { seq: 'desc' } });
    lastFact = newest?.seq ?? 0n;
  }

  test.each([
    ['a fixed seed', 20260306],
    ['a fresh seed', Math.floor(Math.random() * 2 ** 31)],
  ])(
    'over random operations of %s (%i)',
    async (_name, seed) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(operation, { minLength: operations, maxLength: operations, size: 'max' }),
          async ops => {
            for (const op of ops) {
              await perform(op);
              expect(watch.leaks).toEqual([]);
            }
          },
        ),
        { numRuns: 1, seed, endOnFailure: true },
      );
      expect(watch.handed).toBeGreaterThan(operations / 2);
      expect(await listToldTwice(ports.database)).toEqual([]);
    },
    3_600_000,
  );
});
