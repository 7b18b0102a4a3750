import { afterEach, expect, test } from '@jest/globals';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { hour, minute, plus, second } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { asked, openNorthwind, times, transitionId } from './northwind.ts';

let world: TestWorld;
afterEach(() => world.close());

const database = () => world.stage.world.ports.database;

/** A question was written down, and the process ends before it is handed over. */
async function askedAndNotHandedOver(): Promise<Date> {
  world = await openNorthwind('2026-03-10T08:00:00-04:00');
  const { stage } = world;
  const due = await database().client.cadence.findUniqueOrThrow({ where: { transitionId } });
  if (!due.dueAt) throw new Error('nothing is due');
  stage.moveTo(due.dueAt);
  for (let n = 0; n < 3; n += 1) await stage.world.engine.cycle();
  expect(asked(world)).toEqual([]);
  return due.dueAt;
}

async function newest() {
  const { client } = database();
  const { state, reason } = await client.checkIn.findFirstOrThrow({ orderBy: { seq: 'desc' } });
  const { dueAt } = await client.cadence.findUniqueOrThrow({ where: { transitionId } });
  return { state, reason, dueAt };
}

test('a check-in that could not be handed over in the morning does not come at two in the night, but the next morning', async () => {
  const dueAt = await askedAndNotHandedOver();
  world.stage.moveTo(plus(dueAt, 16 * hour + minute));
  await world.stage.runUntilIdle();
  expect(asked(world)).toEqual([]);
  expect(await newest()).toMatchObject({
    state: 'skipped',
    reason: 'it could not be sent in time',
  });
  await world.at('2026-03-11T17:00:00-04:00');
  expect(times(asked(world))).toHaveLength(1);
  expect(await database().client.checkIn.count({ where: { state: 'silent' } })).toBe(0);
});

test.each([
  ['just before two hours have passed is still asked', 2 * hour - second, 1],
  ['after exactly two hours is still asked', 2 * hour, 1],
  ['more than two hours late is not', 2 * hour + second, 0],
])('a question handed over %s', async (_promise, late, times) => {
  const dueAt = await askedAndNotHandedOver();
  world.stage.moveTo(plus(dueAt, late));
  await world.stage.runUntilIdle();
  expect(asked(world)).toHaveLength(times);
});

test('nobody is asked how it is going once a page was opened, and nobody is called silent for it', async () => {
  await askedAndNotHandedOver();
  await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
  expect(asked(world)).toEqual([]);
  expect((await newest()).state).not.toBe('asked');
  expect((await newest()).dueAt).not.toBeNull();
});

test('a colleague who pages keeps the question back as well, and the next is planned', async () => {
  await askedAndNotHandedOver();
  await world.trip(trip =>
    raisePage(trip, {
      customerId: 'northwind',
      transitionId,
      raisedBy: 'api',
      words: 'The ledger is down.',
      isShared: false,
    }),
  );
  await world.stage.runUntilIdle();
  expect(asked(world)).toEqual([]);
  const { state, reason, dueAt } = await newest();
  expect({ state, reason, isPlanned: dueAt !== null }).toEqual({
    state: 'skipped',
    reason: 'a page is open',
    isPlanned: true,
  });
});

test('whoever says stop before the question arrived is not asked any more', async () => {
  await askedAndNotHandedOver();
  await world.says('lead-1', 'northwind-shared', 'stop');
  await world.at('2026-03-12T17:00:00-04:00');
  expect(asked(world)).toEqual([]);
});
