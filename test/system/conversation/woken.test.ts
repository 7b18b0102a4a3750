import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const says = (text: string) => world.says('adv-1', null, text);
const page = () => world.stage.world.ports.database.client.page.findFirstOrThrow();
const newest = () => world.seen('adv-1').at(-1);

beforeEach(async () => {
  world = await openRoom();
  await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
});
afterEach(() => world.close());

describe('whoever was just woken', () => {
  test.each(['acked', '👍', 'ok', 'looking', 'on my way', 'ja, ich schaue'])(
    'has the page with "%s"',
    async text => {
      await says(text);
      expect(await page()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
    },
  );

  test.each(['pass on', 'pass', 'busy, please pass on'])(
    'passes it to whoever is next with "%s"',
    async text => {
      await says(text);
      expect((await page()).state).toBe('open');
      expect(world.seen('eng-1').map(({ message }) => message)).toContain('page');
    },
  );

  test('passes it to the colleague they name', async () => {
    await says('not me, ask Tom');
    expect(world.seen('adv-2').map(({ message }) => message)).toContain('page');
  });

  test.each(['what?', 'hm', 'who is this', 'is this a drill?'])(
    'hears on "%s" that it still rings, with both buttons',
    async text => {
      await says(text);
      expect((await page()).state).toBe('open');
      expect(newest()?.text).toContain('It still rings for you: Northwind.');
      await world.presses('adv-1', 'page.acknowledge');
      expect(await page()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
    },
  );

  test('commands as ever while it rings', async () => {
    await says('brief northwind');
    expect(newest()?.text).not.toContain('still rings');
  });
});
