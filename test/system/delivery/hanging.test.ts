import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { boundSurface } from '../../../src/adapters/clock/bound-surface.ts';
import { shared, words } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import { plus, second } from '../../../src/shared/time.ts';
import { openly } from '../../../src/timeline/event.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { openSender } from '../../harness/sender.ts';
import { watchErrors } from '../watch-errors.ts';

const { logger } = watchErrors();
const begin = new Date('2026-03-06T23:00:00Z');
let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase(begin);
});
beforeEach(async () => {
  await emptyDatabase(ports);
  ports.clock.moveTo(begin);
  await ports.database.client.place.create({
    data: { id: 'one', customerId: 'c1', audience: 'shared' },
  });
});
afterAll(() => ports.database.close());

const receipt = (text: string) =>
  sharedCard('page-receipt', 'c1', { body: [shared`${words(openly(text))}`] });

test('a contact method that does not answer keeps no page from going out by chat', async () => {
  const { client } = ports.database;
  const sent: string[] = [];
  const hanging: Surface = {
    platform: 'sms',
    send: () => new Promise(() => {}),
    edit: () => new Promise(() => {}),
    find: async () => undefined,
  };
  const chat: Surface = {
    platform: localPlatform,
    send: async ({ messageId, to }) => {
      sent.push(to);
      return { outcome: 'sent', ref: messageId };
    },
    edit: async ({ messageId }) => ({ outcome: 'sent', ref: messageId }),
    find: async () => undefined,
  };
  await client.person.create({
    data: { id: 'maya', name: 'Maya', side: 'vendor', timeZone: 'UTC', contact: [], skills: [] },
  });
  const surfaces = { connected: [hanging], everywhere: chat };
  const sender = openSender(ports, { logger, surfaces });
  const to = { personId: 'maya' };
  await ports.database.trip(async trip => {
    for (let n = 0; n < 80; n += 1) {
      const sms = { via: 'sms', address: `+1555${n}` };
      await sendMessage(trip, { key: `sms-${n}`, lane: 'pages', to, card: receipt('x'), ...sms });
    }
    await sendMessage(trip, { key: 'chat', lane: 'pages', to, card: receipt('page') });
  });
  for (let n = 0; n < 10; n += 1) {
    ports.clock.moveTo(plus(ports.clock.now(), second));
    sender.nudge();
    await new Promise(done => setImmediate(done));
    await ports.database.client.$queryRaw`SELECT 1`;
  }
  expect(sent).toEqual(['maya']);
});

test('a platform that does not answer takes a quarter of the room, however many wait for it at once', async () => {
  const { client } = ports.database;
  let hung = 0;
  const sent: string[] = [];
  const hanging: Surface = {
    platform: 'sms',
    send: () => {
      hung += 1;
      return new Promise(() => {});
    },
    edit: () => new Promise(() => {}),
    find: async () => undefined,
  };
  const chat: Surface = {
    platform: localPlatform,
    send: async ({ messageId, to }) => {
      sent.push(to);
      return { outcome: 'sent', ref: messageId };
    },
    edit: async ({ messageId }) => ({ outcome: 'sent', ref: messageId }),
    find: async () => undefined,
  };
  const people = Array.from({ length: 80 }, (_, n) => `person-${n}`);
  await client.person.createMany({
    data: people.map(id => ({
      id,
      name: id,
      side: 'vendor',
      timeZone: 'UTC',
      contact: [],
      skills: [],
    })),
  });
  const sender = openSender(ports, {
    logger,
    surfaces: { connected: [hanging], everywhere: chat },
  });
  await ports.database.trip(async trip => {
    for (const [n, personId] of people.entries()) {
      const sms = { via: 'sms', address: `+1555${n}` };
      const page = { lane: 'pages', to: { personId }, card: receipt('x') } as const;
      await sendMessage(trip, { key: `sms-${n}`, ...page, ...sms });
    }
    const page = { lane: 'pages', card: receipt('page') } as const;
    await sendMessage(trip, { key: 'chat', to: { personId: 'person-79' }, ...page });
  });
  await sender.nudge();
  await sender.nudge();
  expect([hung, sent]).toEqual([16, ['person-79']]);
});

test('a call that is never answered ends before anybody else may take the page, which is then sent again and says so', async () => {
  const calls: string[] = [];
  const hangsOnce: Surface = {
    platform: localPlatform,
    send: async ({ text, isRepeat }) => {
      calls.push(`${text}${isRepeat ? ' (repeat)' : ''}`);
      return calls.length === 1 ? new Promise(() => {}) : { outcome: 'sent', ref: 'r' };
    },
    edit: () => new Promise(() => {}),
    find: () => new Promise(() => {}),
  };
  const surfaces = { connected: [], everywhere: boundSurface(hangsOnce, 20) };
  const sender = openSender(ports, { logger, surfaces });
  await ports.database.trip(trip =>
    sendMessage(trip, {
      key: 'page',
      lane: 'pages',
      to: { placeId: 'one' },
      card: receipt('page'),
    }),
  );
  for (let n = 0; n < 4; n += 1) {
    await sender.drain();
    ports.clock.moveTo(plus(ports.clock.now(), second));
  }
  expect(calls).toEqual(['page', 'page (repeat)']);
});
