import type { Inbound } from '../../src/conversation/arrival/inbound.ts';
import { localPlatform } from '../../src/delivery/find-way.ts';
import { resolvePage } from '../../src/paging/resolve-page.ts';
import { receiveRequests } from '../../src/requests/receive-requests.ts';
import type { Work } from '../../src/requests/service-request.ts';
import { importSetup } from '../../src/setup/import-setup.ts';
import { readSetup } from '../../src/setup/setup.ts';
import type { Database } from '../../src/shared/database.ts';
import type { Logger } from '../../src/shared/logger.ts';
import { minute, plus, second } from '../../src/shared/time.ts';
import { recordExternalEvent } from '../../src/timeline/record-external-event.ts';
import { createWorld } from '../../src/world.ts';
import { canaryOf } from './crowd.ts';
import { openTestDatabase } from './database.ts';
import { LeakWatch } from './leak-watch.ts';
import { livelyCrowdOf, partners } from './lively-crowd.ts';
import { type Operation, vendors } from './random-operations.ts';
import { secret, words } from './random-words.ts';

/** Many customers of one vendor in one place, to whom anything may happen; everything said is read with the eyes of its reader. */
export interface RandomCrowd {
  readonly database: Database;
  readonly watch: LeakWatch;
  /** Does it, and lets the engine follow. */
  perform(op: Operation): Promise<void>;
  close(): Promise<void>;
}

export interface RandomCrowdParts {
  readonly customers: number;
  readonly logger: Logger;
}

/** Opens such a crowd ten minutes before the first of their windows. */
export async function openRandomCrowd({
  customers,
  logger,
}: RandomCrowdParts): Promise<RandomCrowd> {
  const ports = await openTestDatabase('2026-03-06T22:50:00Z');
  const { database, clock } = ports;
  const bindings = new Map<string, number>();
  const received: Inbound[] = [];
  let events = 0;
  let publisher: string | null = null;
  let lastFact = 0n;
  const watch = new LeakWatch(readerOf);
  const world = createWorld({
    ...ports,
    logger,
    surfaces: { connected: [], everywhere: watch },
    // The sender's own clock: everything in it stands still together.
    monotonicMilliseconds: () => clock.now().getTime(),
  });
  const { setup } = livelyCrowdOf(customers);
  await database.trip(trip => importSetup(trip, readSetup(JSON.stringify(setup), 'crowd.yaml')));
  for (let n = 0; n < customers; n += 1) bindings.set(`customer-${n}-shared`, n);
  await world.engine.runUntilIdle();

  function readerOf(to: string): readonly number[] | null {
    const bound = bindings.get(to);
    if (bound !== undefined) return [bound];
    const person = /^(?:lead|member)-(\d+)$/.exec(to);
    if (person) return [Number(person[1])];
    return partners.find(({ id }) => id === to)?.serves ?? null;
  }

  async function receive(
    user: string,
    channel: string | null,
    said: Inbound['said'],
    threadOf: string | null = null,
  ) {
    const inbound: Inbound = {
      id: `in-${received.length}`,
      from: { platform: localPlatform, workspace: localPlatform, user },
      in: channel === null ? null : { platform: localPlatform, workspace: localPlatform, channel },
      addressed: true,
      threadOf,
      said,
    };
    received.push(inbound);
    await world.receive(inbound);
  }

  async function perform(op: Operation): Promise<void> {
    publisher = null;
    await markFacts();
    switch (op.do) {
      case 'ask':
        await receive(`${op.role}-${op.n}`, op.isDirect ? null : `customer-${op.n}-shared`, {
          kind: 'text',
          text: words.asked(op.how, op.n),
        });
        break;
      case 'thread': {
        const text = words.threaded(op.how, op.n);
        const threadOf = await findSaid(op.n, op.pick);
        await receive(
          `${op.role}-${op.n}`,
          `customer-${op.n}-shared`,
          { kind: 'text', text },
          threadOf,
        );
        break;
      }
      case 'pry':
        await receive(`lead-${op.n}`, `customer-${op.at}-shared`, {
          kind: 'text',
          text: words.pried(op.how, op.target),
        });
        break;
      case 'command': {
        const channel = op.where === 'direct' ? null : `customer-${op.at}-${op.where}`;
        const text = words.commanded(op.how, op.n);
        if (text === 'yes') publisher = op.who;
        await receive(op.who, channel, { kind: 'text', text });
        break;
      }
      case 'partner': {
        const channel = op.isDirect ? null : `customer-${op.n}-shared`;
        await receive(op.who, channel, { kind: 'text', text: words.helped(op.how, op.n) });
        break;
      }
      case 'press': {
        await pressSomething(op);
        break;
      }
      case 'event':
        events += 1;
        await database.trip(trip =>
          recordExternalEvent(trip, {
            customerId: `customer-${op.n}`,
            externalId: `t-${events}`,
            text: op.isShared ? `Step done ${canaryOf(op.n)}` : `Ticket ${secret(op.n)}`,
            visibility: op.isShared ? 'shared' : 'internal',
          }),
        );
        break;
      case 'request':
        await database.trip(trip => receiveRequests(trip, `customer-${op.n}`, [requestOf(op)]));
        break;
      case 'sign': {
        const ref = (await findSaid(op.n, op.pick)) ?? 'nothing';
        const said = { kind: 'sign', sign: op.sign, ref } as const;
        await receive(`lead-${op.n}`, `customer-${op.n}-shared`, said, ref);
        break;
      }
      case 'again': {
        // A platform that got no answer in time delivers the same thing once more.
        const heard = received.at(-1 - op.back);
        if (heard) await world.receive(heard);
        break;
      }
      case 'rebind':
        // The classic leak: something is queued, and the place changes hands before it is sent.
        await receive(`lead-${op.n}`, `customer-${op.n}-shared`, {
          kind: 'text',
          text: words.asked(op.how, op.n),
        });
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
        // Hours in which a page rings are another proof's; these are for mornings and days.
        if (op.minutes >= 60) await endPages();
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
    await database.client.place.update({
      where: { id: `customer-${n}-shared` },
      data: { customerId: `customer-${to}` },
    });
  }

  /** A message of ours that stands in the customer's own place; there are so many. */
  async function findSaid(n: number, pick: number): Promise<string | null> {
    const said = await database.client.message.findMany({
      where: { toPlaceId: `customer-${n}-shared`, state: 'sent' },
      orderBy: { seq: 'desc' },
      take: 10,
      select: { externalRef: true },
    });
    return said[pick % Math.max(1, said.length)]?.externalRef ?? null;
  }

  /** The same request comes in again and again, as from a system that sends everything once more. */
  function requestOf({ n, which }: Extract<Operation, { do: 'request' }>): Work {
    return {
      externalId: `R-${n}-${which}`,
      // Whoever wrote the third line had another customer before their eyes.
      title: `Printer ${which} of ${canaryOf(n)}${which === 2 ? `, as for lead ${canaryOf((n + 1) % customers)}` : ''}`,
      description: which === 0 ? 'fixed it' : 'The printer in the hall prints labels again.',
      minutes: 30 + which * 40,
      by: 'eng-1',
      role: 'technician',
      closedAt: new Date('2026-03-06T15:00:00Z'),
      notes: [],
    };
  }

  async function endPages(): Promise<void> {
    const pages = await database.client.page.findMany({ where: { state: { not: 'resolved' } } });
    for (const { id: pageId } of pages)
      await database.trip(trip => resolvePage(trip, { pageId, personId: 'adv-1', note: '' }));
  }

  /** Anybody presses any button of any message, from anywhere. */
  async function pressSomething(op: Extract<Operation, { do: 'press' }>): Promise<void> {
    const recent = await database.client.message.findMany({
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
    const partner = partners[op.who - customers * 2 - vendors.length]?.id;
    const user =
      vendor ?? partner ?? `${op.who % 2 === 0 ? 'lead' : 'member'}-${Math.floor(op.who / 2)}`;
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
    const { client } = database;
    const facts = await client.event.findMany({
      where: { seq: { gt: lastFact }, visibility: 'shared', authorId: user },
    });
    for (const { text } of facts)
      for (const [word] of text.matchAll(/geheim\d{3}x\d+/g)) watch.published.add(word);
  }

  async function markFacts(): Promise<void> {
    const newest = await database.client.event.findFirst({ orderBy: { seq: 'desc' } });
    lastFact = newest?.seq ?? 0n;
  }

  return { database, watch, perform, close: () => database.close() };
}
