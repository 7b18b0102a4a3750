import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildCustomer, buildGoLive, buildNorthwind, stepsOf } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const place = 'northwind-shared';
const approve = {
  id: 'approve',
  name: 'Approve the totals',
  from: '2026-03-06T23:00:00-05:00',
  until: '2026-03-06T23:30:00-05:00',
  owner: 'member-1',
};

let world: TestWorld;
beforeEach(async () => {
  const change = buildGoLive({ milestones: [...stepsOf('backup'), approve] });
  const setup = buildNorthwind({ customers: [buildCustomer({ transitions: [change] })] });
  world = await openTestWorld(setup, { at: '2026-03-06T17:50:00-05:00' });
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const asked = () =>
  world.seen(place).filter(({ message, edited }) => message === 'step' && !edited);
const step = () => client().milestone.findFirstOrThrow({ where: { key: 'approve' } });
const tasks = () => client().task.findMany({ where: { kind: 'unconfirmed' } });
const heard = () =>
  world
    .seen('adv-1')
    .map(({ text }) => text)
    .join('\n');

const done = (key: string) => world.says('adv-1', null, `milestone ${key} done`);

test("a step of the customer's own is asked for at its time, of its owner, and done by their word", async () => {
  await done('backup');
  await world.at('2026-03-06T22:59:00-05:00');
  expect(asked()).toEqual([]);
  await world.at('2026-03-06T23:01:00-05:00');
  expect(asked().map(({ text }) => text)).toEqual([
    expect.stringContaining(
      '@Grace Kim "Approve the totals" is yours by the plan, 23:00 to 23:30.',
    ),
  ]);
  await world.says('member-1', place, 'not yet');
  expect((await step()).state).toBe('planned');
  expect(heard()).toContain('Grace Kim (Northwind) says that Approve the totals is not done yet');
  await world.says('member-1', place, 'I approve');
  expect((await step()).state).toBe('done');
  expect(heard()).toContain('says that Approve the totals is done, in their words: "I approve".');
  await world.at('2026-03-07T06:10:00-05:00');
  expect(asked()).toHaveLength(1);
  expect(await tasks()).toEqual([]);
});

test('what comes before it is not done: nobody is asked until it is', async () => {
  await world.at('2026-03-06T23:10:00-05:00');
  expect(asked()).toEqual([]);
  await done('backup');
  await world.at('2026-03-06T23:12:00-05:00');
  expect(asked()).toHaveLength(1);
});

test('without a word it is never late: the advocate has a task, and the customer no second message', async () => {
  await done('backup');
  await world.at('2026-03-06T23:42:00-05:00');
  expect(await tasks()).toEqual([]);
  await world.at('2026-03-06T23:44:00-05:00');
  expect(await tasks()).toHaveLength(1);
  expect(asked()).toHaveLength(1);
  await world.says('member-1', place, 'I approve');
  expect(await client().event.count({ where: { kind: 'milestone.late' } })).toBe(0);
  expect(
    await client().event.findFirst({ where: { kind: 'milestone.done', authorId: 'member-1' } }),
  ).toMatchObject({
    text: 'Approve the totals: done.',
  });
  expect(await tasks()).toEqual([expect.objectContaining({ state: 'done' })]);
});

test('somebody else cannot say it for them, whoever leads can', async () => {
  await client().milestone.updateMany({ where: { key: 'approve' }, data: { ownerId: 'lead-1' } });
  await done('backup');
  await world.at('2026-03-06T23:01:00-05:00');
  const said = await world.presses('member-1', 'step.confirm');
  expect(said.map(({ text }) => text).join()).toContain('That is for Daniel Reyes to say');
  expect((await step()).state).toBe('planned');
  await world.presses('lead-1', 'step.confirm');
  expect((await step()).state).toBe('done');
});

test("a step of a colleague's own of which nobody has said anything is asked for there as well, once, and the advocate reads so", async () => {
  await world.at('2026-03-06T18:00:00-05:00');
  await client().milestone.updateMany({
    where: { key: 'backup' },
    data: { ownerId: 'eng-1', ownedBy: 'vendor' },
  });
  await world.at('2026-03-06T18:12:00-05:00');
  const asks = () => world.seen('eng-1').filter(({ message }) => message === 'step');
  expect(asks().map(({ text }) => text)).toEqual([
    expect.stringContaining('"milestone northwind backup underway"'),
  ]);
  expect(heard()).toMatch(/It is .+'s by the plan, and I have asked there as well\./);
  expect(world.seen(place).filter(({ message }) => message === 'step')).toEqual([]);
  await world.says('eng-1', null, 'milestone northwind backup underway');
  await world.at('2026-03-06T19:30:00-05:00');
  expect(asks()[1]?.text).toContain('was due to finish');
  expect(asks()).toHaveLength(2);
});

test("a partner's step is the advocate's to ask for: nothing is written to people who read nothing of ours", async () => {
  await client().person.update({ where: { id: 'sales-1' }, data: { side: 'partner' } });
  await client().milestone.updateMany({
    where: { key: 'backup' },
    data: { ownerId: 'sales-1', ownedBy: 'partner' },
  });
  await world.at('2026-03-06T18:12:00-05:00');
  expect(heard()).toContain("I don't write to a partner's people, so that question is yours.");
  expect(world.seen('sales-1').filter(({ message }) => message === 'step')).toEqual([]);
});

test('a partner who works for the customer is asked for their own step, in words the customer may read', async () => {
  const data = { side: 'partner', partnerOf: ['northwind'] };
  await client().person.update({ where: { id: 'sales-1' }, data });
  await client().milestone.updateMany({
    where: { key: 'backup' },
    data: { ownerId: 'sales-1', ownedBy: 'partner' },
  });
  await world.at('2026-03-06T18:12:00-05:00');
  expect(heard()).toContain('I have asked there as well.');
  const [asked, ...more] = world.seen('sales-1').filter(({ message }) => message === 'step');
  expect(asked).toMatchObject({ audience: 'shared' });
  expect(asked?.text).toContain('is yours by the plan');
  expect(more).toEqual([]);
});
