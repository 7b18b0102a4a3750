import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { closeTask } from '../../../src/tasks/close-task.ts';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const canary = 'zanzibar';
let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-10T14:00:00Z' });
});
afterEach(() => world.close());

const hours = 60 * 60_000;
const stands = () =>
  world.stage.world.ports.database.client.task.findFirst({ where: { kind: 'management' } });

test('a page that reached the manager stays theirs until they say it is solved, whoever solves it', async () => {
  await world.says('lead-1', 'northwind-shared', `page: the ${canary} ledger is down`);
  await world.pass(hours);
  await world.says('mgr-1', null, 'ack');
  expect(await stands()).toMatchObject({ assigneeId: 'mgr-1', state: 'open' });
  await world.says('mgr-1', null, 'resolve shared: it was a cable');
  await world.presses('lead-1', 'page.confirm');
  await world.at('2026-03-11T10:00:00Z');
  const morning = world.seen('mgr-1').find(({ message }) => message === 'morning');
  expect(morning?.text).toContain('it stays yours until you say that it is solved');
  const [open] = await world.says('mgr-1', null, 'what reached management this quarter?');
  expect(open?.text).toMatch(
    /Q1 2026: 1 reached management, 0 of them solved.*⏳ Northwind.*they said that did it.*Helen Marsh has not said yet/s,
  );
  await world.says('mgr-1', null, 'done a page reached you');
  const [ended] = await world.says('sales-1', null, 'management');
  expect(ended?.text).toMatch(/1 of them solved to the end.*✅ Northwind/s);
  expect(ended?.text).not.toContain(canary);
});

test('a page that comes back is its manager’s again', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
  await world.pass(hours);
  await world.says('mgr-1', null, 'ack');
  await world.says('mgr-1', null, 'resolve shared: it was a cable');
  await world.says('mgr-1', null, 'done a page reached you');
  expect(await stands()).toMatchObject({ state: 'done' });
  await world.presses('lead-1', 'page.reopen');
  expect(await stands()).toMatchObject({ state: 'open', closedById: null });
});

test('each of two pages within an hour is its manager’s by itself, is counted, and is ended alone', async () => {
  const reach = async (words: string) => {
    await world.says('lead-1', 'northwind-shared', `page: ${words}`);
    await world.pass(hours / 2);
    await world.says('mgr-1', null, 'ack');
    await world.says('mgr-1', null, 'resolve shared: it was a cable');
    await world.presses('lead-1', 'page.confirm');
  };
  await reach('the ledger is down');
  await reach('the printer is down');
  const { client } = world.stage.world.ports.database;
  const each = () =>
    client.task.findMany({ where: { kind: 'management' }, orderBy: { createdAt: 'asc' } });
  const [one, two] = await each();
  expect(Number(two?.createdAt) - Number(one?.createdAt)).toBeLessThan(hours);
  expect(two?.text).not.toBe(one?.text);
  const [asked] = await world.says('mgr-1', null, 'done a page reached you');
  expect(asked?.actions.map(({ label }) => label)).toEqual([
    expect.stringMatching(/^A page reached you, raised 14:3\d/),
    expect.stringMatching(/^A page reached you, raised 14:00/),
  ]);
  await world.says('mgr-1', null, `done ${one?.id}`);
  expect((await each()).map(({ state }) => state)).toEqual(['done', 'open']);
  const [told] = await world.says('sales-1', null, 'management');
  expect(told?.text).toContain('2 reached management, 1 of them solved');
});

test('all that reached management is counted, also where only the oldest of it is told, and nobody is said to have solved what another closed', async () => {
  await world.says('lead-1', 'northwind-shared', 'I want to speak to your manager');
  const { client } = world.stage.world.ports.database;
  const asked = await client.task.findFirstOrThrow({ where: { kind: 'manager' } });
  await world.trip(trip => closeTask(trip, asked.id, 'adv-1'));
  const [one] = await world.says('mgr-1', null, 'management');
  expect(one?.text).toContain('1 reached management');
  expect(one?.text).toMatch(/✅ Northwind.*Nora Whitfield closed it/s);
  const copies = Array.from({ length: 60 }, (_, n) => ({
    ...asked,
    id: `copy-${n}`,
    key: `copy-${n}`,
  }));
  await world.trip(({ tx }) => tx.task.createMany({ data: copies }));
  const [all] = await world.says('mgr-1', null, 'management');
  expect(all?.text).toContain('61 reached management');
  expect(all?.text).toContain('And 11 more since.');
});
