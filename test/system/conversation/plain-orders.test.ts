import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const shared = 'northwind-shared';

/** What this person alone reads back. */
async function tell(text: string, user = 'adv-1'): Promise<string> {
  const said = await world.says(user, null, text);
  return said
    .filter(line => line.to === user)
    .map(line => line.text)
    .join('\n');
}

const rung = async () =>
  world.stage.world.ports.database.client.cadence.findFirst({
    where: { customerId: 'northwind' },
    select: { rung: true, pinned: true },
  });

describe('a rhythm in the manager’s words', () => {
  test('that we do not keep becomes the nearest, said aloud before it is done', async () => {
    expect(await tell('every 3 hours', 'mgr-1')).toContain(
      'I don\'t keep "every 3 hours". The nearest I keep is about every four hours.',
    );
    await tell('yes', 'mgr-1');
    expect(await rung()).toEqual({ rung: '4h', pinned: true });
  });

  test('for a while is not held, and that is said', async () => {
    expect(await tell('northwind hourly for tonight', 'mgr-1')).toContain('It is not held');
    await tell('yes', 'mgr-1');
    expect(await rung()).toEqual({ rung: '1h', pinned: false });
  });

  test('on days of the week is an interval, and that is said', async () => {
    expect(await tell('cadence northwind mon and thu 9:00', 'mgr-1')).toContain(
      'The nearest to "mon and thu 9:00" is every two days.',
    );
  });

  test('is nothing that anybody else can set', async () => {
    const before = await rung();
    for (const text of ['every 3 hours', 'northwind hourly for tonight', 'mon and thu 9:00'])
      expect(await tell(text, 'adv-1')).toContain("I can't help with that here.");
    expect(await rung()).toEqual(before);
  });
});

describe('pages of a time', () => {
  test('are those raised then, with what became of them', async () => {
    await world.says('lead-1', shared, 'page: the queue stands still');
    await tell('ack');
    expect(await tell('pages today')).toContain('Nora Whitfield has it');
    await tell('resolve internal: restarted');
    expect(await tell('pages')).toContain('No page is open');
    expect(await tell('pages today')).toMatch(/✅ Northwind.*the queue stands still \(resolved/);
    expect(await tell('pages last week')).toContain('No page was raised from');
  });

  test('are not for the customer', async () => {
    await world.says('lead-2', 'lakeside-shared', 'page: the lake is dry');
    const said = await world.says('lead-1', shared, 'pages today');
    expect(said.filter(({ text }) => text.includes('the lake is dry'))).toEqual([]);
  });
});

describe('"I’m off, Tom takes over"', () => {
  test('rings Tom for the pages of whoever leaves, and says what stays', async () => {
    await world.says('lead-1', shared, 'page: the queue stands still');
    await tell('ack');
    const said = await tell("I'm off, Tom takes over");
    expect(said).toContain('Passed to Tom Adeyemi, being called now: Northwind.');
    expect(said).toContain('Your tasks and your shifts stay with you.');
    expect(await tell('ack', 'adv-2')).toContain("It's yours: Northwind");
  });

  test('passes nothing of anybody else’s, and nothing to somebody unknown', async () => {
    await world.says('lead-1', shared, 'page: the queue stands still');
    await tell('ack');
    expect(await tell("I'm off, Tom takes over", 'eng-1')).toContain('No page is yours');
    expect(await tell("I'm off, Xaver takes over")).toContain('nothing was handed over');
    await world.says('lead-1', shared, "I'm off, Tom takes over");
    expect(await tell('pages')).toContain('Nora Whitfield has it');
  });
});

describe('help', () => {
  test('begins with the five that matter now, then goes by what one wants to do', async () => {
    const calm = (await tell('help')).split('\n');
    expect(calm.slice(1, 7)).toEqual([
      'Now:',
      'publish northwind: what the customer may read',
      'milestone northwind backup done',
      'brief northwind',
      'tasks',
      'page northwind: what it is about',
    ]);
    expect(calm).toContain('What is owed:');
    expect((await tell('help', 'mgr-1')).split('\n')[2]).toBe('portfolio');
    await world.says('lead-1', shared, 'page: the queue stands still');
    expect((await tell('help')).split('\n')[2]).toBe('ack');
  });
});
