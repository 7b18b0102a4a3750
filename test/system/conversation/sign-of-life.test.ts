import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const minute = 60_000;
const page = () => world.stage.world.ports.database.client.page.findFirstOrThrow();
const toldTo = (lines: Awaited<ReturnType<TestWorld['says']>>, who: string) =>
  lines.filter(line => line.to === who && !line.edited).map(line => line.text);

beforeEach(async () => {
  world = await openRoom();
  await world.says('lead-1', place, 'page the bank file is rejected');
});
afterEach(() => world.close());

describe('whoever was called and shows a sign of life has the page', () => {
  test('stops the climb at an update, and the customer reads who has it', async () => {
    const said = await world.says('adv-1', null, 'update restarting the posting queue');
    expect(toldTo(said, 'adv-1').join()).toContain('You have it now');
    const receipt = said.findLast(line => line.to === place && line.message === 'page-receipt');
    expect(receipt?.text).toContain('Nora Whitfield has it');
    expect(await page()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
    const later = await world.pass(12 * minute);
    expect(later.filter(line => line.message === 'page')).toEqual([]);
  });

  test('lets the climb go on at an update of somebody who passed it on', async () => {
    await world.says('adv-1', null, 'pass to Tom Adeyemi');
    await world.says('adv-1', null, 'update it was about the bank file');
    expect((await page()).state).toBe('open');
  });

  test.each(['got it', 'mine', "i'm on it", 'I’m on it', 'I have it'])(
    'takes "%s" as "I have it"',
    async text => {
      await world.says('adv-1', null, text);
      expect(await page()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
    },
  );

  test('takes "still on it", the words on its button, as another half hour, and keeps what is said with it', async () => {
    await world.says('adv-1', null, 'ack');
    await world.pass(31 * minute);
    const said = await world.says('adv-1', null, 'still on it, the bank answers slowly');
    expect(toldTo(said, 'adv-1').join()).toContain('expect word by Sat 00:21');
    expect(await page()).toMatchObject({ state: 'acknowledged', staleAsks: 0 });
    const facts = world.facts('northwind').map(fact => fact.text);
    expect(facts.join()).toContain('the bank answers slowly');
    const later = await world.pass(20 * minute);
    expect(later.filter(line => line.message === 'page')).toEqual([]);
  });
});
