import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const says = (text: string) => world.says('lead-1', place, text);
const newest = () => world.seen(place).at(-1)?.text ?? '';
const client = () => world.stage.world.ports.database.client;

beforeEach(async () => {
  world = await openRoom();
  await says('I am worried that the orders are wrong');
});
afterEach(() => world.close());

describe('while a person is offered', () => {
  test.each([
    "what's happening now?",
    'when does the copy of the balances end?',
    'who is on duty?',
    'what comes next?',
    'wie ist der Stand?',
    'is there anything I should read?',
  ])('"%s" is answered as a question', async text => {
    await says(text);
    expect(newest()).not.toContain('passed that on');
  });

  test('whoever else calls a person is quoted for themselves, and the worry stays whose it was', async () => {
    await world.says('member-1', place, 'page: the labels are wrong too');
    const [page] = await client().page.findMany();
    expect(page?.raisedById).toBe('member-1');
    expect(page?.reason).toContain('the labels are wrong too');
    expect(page?.reason).toContain('Daniel Reyes: I am worried that the orders are wrong');
  });

  test.each([
    'it only hits the orders from yesterday',
    'the error says 4711',
    'Grace sees it as well',
    'it started twenty minutes ago',
  ])('"%s" belongs to the trouble', async text => {
    await says(text);
    await says('yes');
    expect(JSON.stringify(await client().pageWords.findMany())).toContain(text);
  });

  test('a call with a new trouble in it leads with that', async () => {
    await says('page: now the invoices are missing too');
    const [words] = await client().pageWords.findMany();
    expect(words?.text).toMatch(/^now the invoices are missing too/);
  });
});
