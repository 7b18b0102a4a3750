import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const canary = 'zanzibar';

let world: TestWorld;
beforeEach(async () => {
  const change = buildGoLive({
    window: { from: '2026-01-06T18:00:00-05:00', until: '2026-01-07T06:00:00-05:00' },
    milestones: [],
  });
  const customers = [buildCustomer({ transitions: [change] })];
  // Monday 9 March 2026, 15:00 in London and 11:00 in New York.
  world = await openTestWorld(buildNorthwind({ customers }), { at: '2026-03-09T15:00:00Z' });
});
afterEach(() => world.close());

const petra = () =>
  world
    .seen('sales-1')
    .map(({ text }) => text)
    .join('\n');

test('sales asks whether they may call, waits while a page is open, hears when it is over, and never reads the customer', async () => {
  await world.says('lead-1', 'northwind-shared', `page: the ${canary} ledger is down`);
  const [no] = await world.says('sales-1', null, 'can I call Northwind?');
  expect(no?.text).toMatch(/Not now.*Northwind: a page is open since .*I'll tell you when/s);
  await world.says('adv-1', null, 'ack');
  await world.says('adv-1', null, 'resolve shared: it was a cable');
  await world.presses('lead-1', 'page.confirm');
  await world.at('2026-03-10T13:30:00Z');
  expect(petra()).toContain('You can call Northwind again');
  const [yes] = await world.says('sales-1', null, 'sales northwind');
  expect(yes?.text).toMatch(/^Yes\. Nothing speaks against calling Northwind now/);
  expect(petra()).not.toContain(canary);
});

test('a morning says with whom nobody sells now, once', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nobody can post');
  await world.at('2026-03-10T12:00:00Z');
  const morning = world.seen('sales-1').find(({ message }) => message === 'morning');
  expect(morning?.text).toMatch(/Not to be called now\nNorthwind: please wait; a page is open/);
  await world.at('2026-03-11T12:00:00Z');
  expect(petra().match(/please wait/g)).toHaveLength(1);
});

test('a call is asked for when one is due, unless something speaks against it', async () => {
  const prompts = () =>
    world
      .seen('sales-1')
      .filter(({ text, edited }) => !edited && text.includes('from sales is due'));
  const soon = new Date('2026-03-09T15:30:00Z');
  await world.trip(({ tx }) =>
    tx.salesRhythm.updateMany({ data: { promptAt: soon, dueAt: soon } }),
  );
  await world.says('lead-1', 'northwind-shared', 'page: nobody can post');
  await world.says('adv-1', null, 'ack');
  await world.at('2026-03-09T16:59:00Z');
  expect(prompts()).toEqual([]);
  await world.says('adv-1', null, 'resolve shared: it was a cable');
  await world.presses('lead-1', 'page.confirm');
  await world.at('2026-03-10T10:00:00Z');
  expect(prompts()).toHaveLength(1);
  const [tried] = await world.says('sales-1', null, 'sales northwind called, nobody answered');
  expect(tried?.text).toContain('Nothing is noted.');
  const noted = await world.says('sales-1', null, 'sales northwind called');
  expect(noted.at(-1)?.text).toContain("I'll ask you again from Tue 7 Apr");
  const { client } = world.stage.world.ports.database;
  expect(await client.task.count({ where: { kind: 'sales', state: 'open' } })).toBe(0);
});

test('a pause that we set is not told as a wish of theirs', async () => {
  await world.says('mgr-1', null, 'pause northwind until Friday');
  await world.says('mgr-1', null, 'yes');
  const [no] = await world.says('sales-1', null, 'sales northwind');
  expect(no?.text).toMatch(/Not now.*check-ins are paused until/s);
  expect(no?.text).not.toContain('they asked');
});

test('a customer whose change is still to come is not told as one without', async () => {
  const soon = new Date('2026-03-09T15:30:00Z');
  const window = {
    windowFrom: new Date('2026-03-16T22:00:00Z'),
    windowUntil: new Date('2026-03-17T10:00:00Z'),
  };
  await world.trip(async ({ tx }) => {
    await tx.transition.updateMany({ data: { phase: 'preparing', dueAt: null, ...window } });
    await tx.salesRhythm.updateMany({ data: { promptAt: soon, dueAt: soon } });
  });
  await world.at('2026-03-09T16:59:00Z');
  expect(petra()).toContain('a change is planned that has not begun');
});
