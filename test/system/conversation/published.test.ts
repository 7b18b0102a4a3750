import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { minute } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const shared = 'northwind-shared';

/** What the advocate reads back. */
async function tell(text: string): Promise<string> {
  const said = await world.says('adv-1', null, text);
  return said
    .filter(line => line.to === 'adv-1')
    .map(line => line.text)
    .join('\n');
}

test('what is published is posted where the customer reads, and says so; what follows within two minutes is one more message', async () => {
  const news = () => world.seen(shared).filter(({ message }) => message === 'news');
  const said = await tell('publish northwind: the bank answers again');
  expect(said).toContain(
    "Posted in Northwind's own place, where Daniel Reyes reads it: the bank answers again",
  );
  expect(news()).toHaveLength(1);
  expect(news()[0]?.text).toMatch(/📣 \d\d:\d\d Nora Whitfield: the bank answers again\./);
  await world.pass(minute);
  await tell('publish northwind: ten invoices are posted');
  await tell('publish northwind: twenty are posted');
  expect(news()).toHaveLength(1);
  await world.pass(minute);
  expect(news().filter(({ edited }) => !edited)).toHaveLength(2);
  expect(news().at(-1)?.text).toMatch(/ten invoices are posted\.\n.*twenty are posted\./);
  expect(news().at(-1)?.text).not.toContain('the bank answers again');
  await world.pass(2 * minute);
  await tell('publish northwind: all are posted');
  expect(news().filter(({ edited }) => !edited)).toHaveLength(3);
  expect(news().at(-1)?.text).not.toContain('twenty');
});

test('where no place of the customer is known, whoever publishes is told that nobody was', async () => {
  const { client } = world.stage.world.ports.database;
  await client.place.update({ where: { id: shared }, data: { parkedReason: 'others read it' } });
  expect(await tell('publish northwind: all lights are green')).toContain('when it asks');
  expect(world.seen(shared).filter(({ message }) => message === 'news')).toEqual([]);
});
