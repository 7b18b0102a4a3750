import { afterEach, describe, expect, test } from '@jest/globals';
import { minute, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { after, inWindow, openRoom } from './room.ts';

let world: TestWorld;
afterEach(() => world.close());

const place = 'northwind-shared';
const client = () => world.stage.world.ports.database.client;

describe('whoever waits reads plainly who has it', () => {
  test('says that it is done in the name of whoever pressed Resolved without a word', async () => {
    world = await openRoom();
    await world.says('lead-1', place, 'page');
    await world.says('adv-1', null, 'ack');
    await world.presses('adv-1', 'page.resolve');
    expect(world.seen(place).at(-1)?.text).toContain('Nora Whitfield: it is done.');
  });

  test('tells first who is called, and in one line who after that', async () => {
    world = await openRoom();
    const [answer] = await world.says('lead-1', place, 'who is with us?');
    expect(answer?.text).toContain('Type page and I call your advocate Nora Whitfield at once.');
    const lines = (answer?.text ?? '').split('\n').filter(line => line.startsWith('After that'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('Idris Bello');
  });
});

describe('passing a page on', () => {
  test('calls the next one at once, and says who that is', async () => {
    world = await openRoom();
    await world.says('lead-1', place, 'page');
    await world.presses('adv-1', 'page.acknowledge');
    const said = await world.presses('adv-1', 'page.reassign');
    expect(
      said.filter(line => line.message === 'page' && !line.edited).map(line => line.to),
    ).toEqual(['eng-1']);
    const told = said.find(line => line.to === 'adv-1' && line.message === 'answer');
    expect(told?.text).toContain('Passed to Idris Bello');
  });

  test('asks a manager, who does not have it, whom they mean', async () => {
    world = await openRoom();
    await world.says('lead-1', place, 'page');
    await world.presses('adv-1', 'page.acknowledge');
    const page = await client().page.findFirstOrThrow();
    await world.says('mgr-1', null, 'pass');
    expect((await client().page.findUniqueOrThrow({ where: { id: page.id } })).ownerId).toBe(
      'adv-1',
    );
  });

  test('names an owner who fell silent on the timeline, and nobody who never had it', async () => {
    world = await openRoom();
    await world.says('lead-1', place, 'page');
    await world.presses('adv-1', 'page.acknowledge');
    await world.pass(80 * minute);
    const texts = world
      .facts('northwind')
      .filter(line => line.event === 'page.escalated')
      .map(line => line.text);
    expect(texts[0]).toContain('No word from Nora Whitfield: calling');
  });
});

describe('the customer is heard once', () => {
  test('a goodbye with thanks is one message to the advocate, in the customer’s words', async () => {
    world = await openRoom(after);
    await world.pass(minute);
    const said = await world.says('lead-1', place, 'thank you, you can stop calling');
    const told = said.filter(line => line.to === 'adv-1');
    expect(told.map(line => line.text)).toEqual([
      'Daniel Reyes (Northwind) asked me to stop the check-ins on Northwind ledger: "thank you, you can stop calling"',
    ]);
  });

  test('a worry while check-ins rest promises no question that nobody planned', async () => {
    world = await openRoom(inWindow);
    await world.pass(150 * minute);
    const resting = await client().cadence.findUniqueOrThrow({
      where: { transitionId: 'northwind/erp' },
    });
    expect(resting.restingSince).not.toBeNull();
    const now = world.stage.now();
    await world.says('lead-1', place, 'I am worried about the totals');
    const { dueAt, restingSince } = await client().cadence.findUniqueOrThrow({
      where: { transitionId: 'northwind/erp' },
    });
    expect(restingSince).toBeNull();
    expect(dueAt && dueAt >= plus(now, 29 * minute)).toBe(true);
  });
});
