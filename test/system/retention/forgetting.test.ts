import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { forgetWords } from '../../../src/retention/forget-words.ts';
import { planRetention } from '../../../src/retention/plan-retention.ts';
import { usualRetention } from '../../../src/retention/retention.ts';
import { day, second } from '../../../src/shared/time.ts';
import { buildCustomer, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  const quiet = buildCustomer({ transitions: [] });
  world = await openTestWorld(buildNorthwind({ customers: [quiet] }), {
    at: '2026-03-04T10:00:00-05:00',
  });
  await planRetention(world.stage.world.ports);
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const said = () => client().inbox.findFirst({ where: { id: 'said' } });

async function says(text: string): Promise<'new' | 'duplicate'> {
  const received = await world.stage.world.receive({
    id: 'said',
    from: { platform: 'local', workspace: 'local', user: 'lead-1' },
    in: { platform: 'local', workspace: 'local', channel: 'northwind-shared' },
    said: { kind: 'text', text },
    addressed: true,
    threadOf: null,
    ref: 'ref-said',
  });
  await world.stage.runUntilIdle();
  return received;
}

test('what came in is forgotten word for word after a week, and the same event again is still known', async () => {
  await says("what's happening now?");
  await world.pass(7 * day);
  expect(JSON.stringify((await said())?.payload)).toContain('happening now');
  await world.pass(day);
  expect(await said()).toMatchObject({ payload: {}, ref: null, state: 'handled' });
  expect(await says("what's happening now?")).toBe('duplicate');
  expect(await client().message.count({ where: { text: '' } })).toBe(0);
});

test('what was said, and each try to say it, is forgotten after ninety days; a fact stays', async () => {
  await world.says('adv-1', null, 'log northwind: balances copied');
  await says("what's happening now?");
  await world.pass(90 * day);
  expect(await client().message.count({ where: { text: '' } })).toBe(0);
  await world.pass(day);
  const messages = await client().message.findMany({
    where: { createdAt: { lt: new Date('2026-03-05T15:00:00Z') } },
  });
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.filter(({ text }) => text !== '')).toEqual([]);
  const ids = messages.map(({ id }) => id);
  expect(await client().attempt.count({ where: { messageId: { in: ids } } })).toBe(0);
  expect(await said()).toBeNull();
  expect(world.facts('northwind').map(({ text }) => text)).toContain('balances copied');
});

test('a button under forgotten words still does what it says', async () => {
  await world.says('adv-1', null, 'task northwind: call Daniel');
  await world.pass(92 * day);
  const [task] = await client().task.findMany({ where: { kind: 'asked' } });
  const message = await client().message.findFirst({ where: { key: `task:${task?.id}` } });
  expect(message?.text).toBe('');
  await world.stage.world.receive({
    id: 'late-press',
    from: { platform: 'local', workspace: 'local', user: 'adv-1' },
    in: null,
    said: {
      kind: 'press',
      action: 'task.close',
      subject: task?.id ?? '',
      messageId: message?.id ?? null,
    },
    addressed: true,
    threadOf: null,
    ref: 'late',
  });
  await world.pass(second);
  expect(await client().task.findMany({ where: { kind: 'asked' } })).toMatchObject([
    { state: 'done' },
  ]);
});

test('however much has piled up, a trip forgets some of it and comes again at once', async () => {
  await client().$executeRaw`
    INSERT INTO inbox (id, payload, state, "receivedAt", "handledAt")
    SELECT 'old-' || n, '{"said": 1}', 'handled', '2026-01-20', '2026-01-20' FROM generate_series(1, 2500) AS n`;
  const left = () => client().inbox.count({ where: { payload: { not: {} } } });
  await world.trip(trip => forgetWords(trip, { ...usualRetention, inboxDays: 30 }));
  expect(await left()).toBe(500);
  await world.pass(2 * second);
  expect(await left()).toBe(0);
});

test('how long is a matter of the settings', async () => {
  await says("what's happening now?");
  await world.pass(2 * day);
  await world.trip(trip => forgetWords(trip, { inboxDays: 3, messageDays: 3 }));
  expect(JSON.stringify((await said())?.payload)).toContain('happening now');
  await world.trip(trip => forgetWords(trip, { inboxDays: 1, messageDays: 1 }));
  expect(await said()).toBeNull();
  expect(await client().message.count({ where: { text: { not: '' } } })).toBe(0);
});
