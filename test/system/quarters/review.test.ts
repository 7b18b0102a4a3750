import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const ourWords = 'quagga';

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-30T14:00:00Z' });
  await world.says('lead-1', 'northwind-shared', 'page: the till is down');
  await world.pass(3 * 60_000);
  await world.says('adv-1', null, 'ack');
  await world.says('adv-1', null, 'resolve shared: it was a cable');
  await world.says('adv-1', null, `log northwind: the ${ourWords} margin is thin`);
  await world.says('adv-1', null, `promise northwind: look at the ${ourWords} price by 18:00`);
  await world.says('adv-1', null, 'promise northwind shared: send the cable list by 18:00');
  await world.says('adv-1', null, 'kept cable list');
});
afterEach(() => world.close());

const published = () =>
  world.seen('northwind-shared').filter(({ text }) => text.includes('How Q1 2026 was'));

test('a quarter is drafted from facts, changed by the advocate, and published as they saw it, once', async () => {
  const [draft] = await world.says('adv-1', null, 'quarterly review for northwind');
  expect(draft?.text).toMatch(
    /You called for a person: 1\. Solved: 1\..*Minutes until somebody had it: 3/s,
  );
  expect(draft?.text).toMatch(/Kept in time: 1, late: 0, missed: 0/);
  expect(draft?.text).not.toMatch(new RegExp(`${ourWords}|reported done`));
  expect(published()).toEqual([]);
  await world.says('adv-1', null, 'quarterly northwind without promises');
  const [refused] = await world.says('adv-1', null, 'quarterly northwind do it all');
  expect(refused?.text).toContain('Nothing is changed');
  const [added] = await world.says(
    'adv-1',
    null,
    'quarterly northwind add: two more of you are trained in May',
  );
  expect(added?.text).toContain('1. “two more of you are trained in May”');
  await world.says('lead-1', 'northwind-shared', 'page: the till is down again');
  await world.presses('adv-1', 'quarter.publish');
  expect(published()).toEqual([]);
  expect(world.seen('adv-1').at(-1)?.text).toContain('You called for a person: 1. Solved: 0.');
  await world.presses('adv-1', 'quarter.publish');
  const [review, ...others] = published();
  expect(others).toEqual([]);
  expect(review?.text).toContain('two more of you are trained in May');
  expect(review?.text).not.toMatch(new RegExp(`${ourWords}|Kept in time|For us`));
  const [again] = await world.says('adv-1', null, 'quarterly northwind publish');
  expect(again?.text).toContain('has the review of Q1 2026 already');
  await world.says('lead-1', null, 'quarterly northwind');
  const read = world.seen('lead-1').map(({ text }) => text);
  expect(read.join('\n')).not.toMatch(/Q1 2026|For us/);
});

test('as a quarter ends its review waits for the advocate, and nothing goes to the customer', async () => {
  await world.at('2026-04-01T14:00:00Z');
  const told = world
    .seen('adv-1')
    .filter(({ text }) => text.includes('review of Q1 2026 is drafted'));
  expect(told).not.toEqual([]);
  expect(published()).toEqual([]);
  const { client } = world.stage.world.ports.database;
  expect(await client.quarterReview.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { quarter: 'Q1 2026', state: 'drafted' },
    { quarter: 'Q2 2026', state: 'planned' },
  ]);
  await world.says('adv-1', null, 'quarterly northwind');
  await world.says('adv-1', null, 'quarterly northwind publish');
  expect(published()).toHaveLength(1);
  expect(await client.task.findFirst({ where: { kind: 'quarter' } })).toMatchObject({
    state: 'done',
  });
});
