import { afterEach, expect, test } from '@jest/globals';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';
import { after, openRoom, setup } from './room.ts';
import { send, wordsOf } from './talk.ts';

let world: TestWorld;
afterEach(() => world.close());

const sharedFacts = async (customerId: string) =>
  (
    await world.stage.world.ports.database.client.event.findMany({
      where: { customerId, kind: 'note', visibility: 'shared' },
      orderBy: { seq: 'asc' },
    })
  ).map(({ text }) => text);
const alone = (user: string) => ({ user, place: null });

test('"publish NAME: …" with a name nobody has tells no customer anything', async () => {
  world = await openRoom(after);
  // adv-1 looks after Northwind alone; Lakeside is called "Contoso" by everybody in the office.
  await send(world, wordsOf(alone('adv-1'), 'publish Contoso: their payroll run failed'));
  expect(await sharedFacts('northwind')).toEqual([]);
});

test('"publish 42: …" is about the customer whose id is 42', async () => {
  const text = JSON.stringify(setup).replaceAll('"lakeside"', '"42"');
  world = await openTestWorld(JSON.parse(text), { at: after });
  await send(world, wordsOf(alone('adv-1'), 'publish 42: your payroll run failed'));
  expect({ northwind: await sharedFacts('northwind'), 42: await sharedFacts('42') }).toEqual({
    northwind: [],
    42: ['your payroll run failed'],
  });
});
