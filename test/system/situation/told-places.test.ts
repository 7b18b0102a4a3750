import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildCustomer, buildGoLive, buildNorthwind, stepsOf } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const place = 'northwind-shared';
const hour = 3_600_000;
let world: TestWorld;

beforeEach(async () => {
  const milestones = stepsOf('backup', 'copy', 'copy-stock');
  world = await openTestWorld(
    {
      ...buildNorthwind(),
      customers: [buildCustomer({ transitions: [buildGoLive({ milestones })] })],
    },
    { at: '2026-03-06T17:55:00-05:00' },
  );
  await world.stage.world.ports.database.client.place.update({
    where: { id: place },
    data: { tell: 'page' },
  });
});
afterEach(() => world.close());

test('a place that is told of pages alone hears of no window, no news and no slip', async () => {
  const night = [
    ...(await world.pass(0.2 * hour)),
    ...(await world.says('adv-1', null, 'publish northwind: the copy begins early')),
    ...(await world.says('adv-1', null, 'milestone northwind copy late, now 00:30')),
  ];
  const told = night.filter(line => line.to === place).map(line => line.message);
  expect(told.filter(name => ['opening', 'news', 'slip', 'closing'].includes(name))).toEqual([]);
  const page = await world.says('lead-1', place, 'page the bank file is rejected');
  expect(page.filter(line => line.to === place).map(line => line.message)).toEqual([
    'page-receipt',
  ]);
  const taken = await world.says('adv-1', null, 'ack');
  expect(taken.filter(line => line.message === 'page-word')).toHaveLength(1);
});
