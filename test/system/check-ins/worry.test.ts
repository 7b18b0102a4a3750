import { afterEach, expect, test } from '@jest/globals';
import { hour, minute } from '../../../src/shared/time.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';
import { openRoom } from '../conversation/room.ts';
import { send, wordsOf } from '../conversation/talk.ts';

let world: TestWorld;
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const alone = (user: string) => ({ user, place: null });
const northwind = (user: string) => ({ user, place: 'northwind-shared' });

test('(the rule itself) a worry nobody has answered becomes a page', async () => {
  world = await openRoom('2026-03-06T18:00:00-05:00');
  await world.pass(61 * minute);
  await world.presses('lead-1', 'check-in.worried');
  await world.pass(10 * minute);
  expect(await client().page.count({ where: { rule: 'worried-unanswered' } })).toBe(1);
});

test('a worry nobody has answered becomes a page, also when somebody logged an internal note about something else', async () => {
  world = await openRoom('2026-03-06T18:00:00-05:00');
  await world.pass(61 * minute);
  await world.presses('lead-1', 'check-in.worried');
  await send(world, wordsOf(alone('eng-1'), 'log northwind: disk 3 swapped'));
  await world.pass(10 * minute);
  const heardByCustomer = await client().event.count({
    where: { customerId: 'northwind', visibility: 'shared', authorId: 'eng-1' },
  });
  expect(heardByCustomer).toBe(0);
  expect(await client().page.count({ where: { rule: 'worried-unanswered' } })).toBe(1);
});

test('whoever asked whether we are on time while the news was old is told when there is news', async () => {
  world = await openRoom('2026-03-06T18:00:00-05:00');
  await world.pass(2 * hour);
  const answered = await send(world, wordsOf(northwind('lead-1'), 'are we on time?'));
  expect(answered.map(({ text }) => text).join()).toContain("I've asked");
  const told = await send(
    world,
    wordsOf(alone('adv-1'), 'publish northwind: the copy is half done'),
  );
  expect(told.filter(({ to }) => to === 'northwind-shared').map(({ text }) => text)).toEqual([
    expect.stringContaining('the copy is half done'),
  ]);
});

test('what worries a customer with two changes is asked about once in a day', async () => {
  const transitions = ['2026-03-27', '2026-04-17'].map((date, n) =>
    buildGoLive({
      id: `go-live-${n}`,
      window: { from: `${date}T18:00:00-04:00`, until: `${date}T23:00:00-04:00` },
      milestones: [],
    }),
  );
  const setup = buildNorthwind({ customers: [buildCustomer({ transitions })] });
  world = await openTestWorld(setup, { at: '2026-03-09T16:00:00-04:00' });
  await world.says('lead-1', 'northwind-shared', 'nobody answers our tickets');
  await world.at('2026-03-10T18:00:00-04:00');
  const asked = world.seen('northwind-shared').filter(({ message }) => message === 'check-in');
  expect(asked).toHaveLength(1);
});
