import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { minute } from '../../../src/shared/time.ts';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-06T09:00:00-05:00' });
  await world.says('lead-1', 'northwind-shared', 'page');
  await world.pass(6 * minute);
});
afterEach(() => world.close());

const asked = async (personId: string, words: string) =>
  (await world.says(personId, null, words)).map(({ text }) => text).join('\n');

describe('why was I paged, why not me?', () => {
  test('says who raised it, and why each person was called, when and by what', async () => {
    await world.presses('eng-1', 'page.acknowledge');
    const told = await asked('eng-1', 'why was I paged?');
    expect(told).toContain('raised 14:00 by Daniel Reyes');
    expect(told).toContain('You were called 14:05, level 2: on call by duty.');
    expect(told).toContain('14:00 Nora Whitfield by chat, level 1: the advocate.');
    expect(told).toContain('Idris Bello has it, since 14:06; nobody was called after that.');
  });

  test('says to somebody further up that it was taken before their level came', async () => {
    await world.presses('eng-1', 'page.acknowledge');
    const told = await asked('mgr-1', 'why page northwind');
    expect(told).toContain(
      'You were not called: you are on level 3, and Idris Bello had it 14:06, before that level came.',
    );
  });

  test('says to somebody on no level that none means them', async () => {
    const told = await asked('sales-1', 'why page northwind');
    expect(told).toContain('You were not called: none of its levels means you.');
    expect(told).toContain('Level 2 has 5 minutes, then the next one is called.');
  });

  test('knows no page of somebody whom none has called, and says how to ask', async () => {
    expect(await asked('sales-1', 'why not me?')).toContain('No page has called you.');
  });

  test('is never told to the customer', async () => {
    const replies = await world.says('lead-1', 'northwind-shared', 'why page northwind');
    const read = replies.filter(({ audience }) => audience === 'shared').map(({ text }) => text);
    expect(read.join('\n')).not.toMatch(/level \d|You were called|by chat/);
  });
});
