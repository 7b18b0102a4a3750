import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom, setup } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
type Lines = Awaited<ReturnType<TestWorld['says']>>;
const client = () => world.stage.world.ports.database.client;
const slipsIn = (lines: Lines) =>
  lines.filter(line => line.to === place && line.message === 'slip' && !line.edited);
const step = (key: string) =>
  client().milestone.findUniqueOrThrow({ where: { id: `northwind/erp/${key}` } });

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

describe('a step that is late with a new time', () => {
  test.each([
    'milestone northwind copy late because the disk is slow, now 01:00',
    'milestone northwind copy late now 01:00 because the disk is slow',
    'milestone northwind copy now 01:00 because the disk is slow',
    'milestone northwind late copy, now 01:00, because the disk is slow',
  ])('is told once, with old and new times, and moves what follows: "%s"', async text => {
    await world.at('2026-03-06T19:05:00-05:00');
    await world.says('adv-1', null, 'milestone northwind copy underway');
    // 01:00 of the customer is 06:00 of the advocate in London.
    const said = await world.says('adv-1', null, text.replace('01:00', '06:00'));
    expect(slipsIn(said).map(line => line.text)).toEqual([
      expect.stringContaining(
        'Copy the balances takes longer than planned, because the disk is slow. What follows moves with it: Copy the stock.',
      ),
    ]);
    expect(slipsIn(said)[0]?.text).toContain('Copy the balances: until 23:00 → Sat 01:00');
    expect(slipsIn(said)[0]?.text).toContain('Copy the stock: 23:00 → Sat 01:00');
    expect(await step('copy')).toMatchObject({
      state: 'underway',
      slippedUntil: new Date('2026-03-07T01:00:00-05:00'),
    });
    const facts = world.facts('northwind').filter(({ event }) => event === 'milestone.slipped');
    expect(facts).toMatchObject([{ visibility: 'shared' }]);
    expect(facts[0]?.text).not.toMatch(/\d\d:\d\d/);
    const status = await world.says('lead-1', place, "what's happening now?");
    expect(status.map(line => line.text).join()).toContain(
      'Now planned to finish Sat 01:00 instead of 23:00.',
    );
  });

  test('that has not begun and is not due begins later, and keeps its length', async () => {
    const said = await world.says('adv-1', null, 'milestone northwind copy late, now 00:30');
    expect(slipsIn(said)[0]?.text).toContain('Copy the balances starts later than planned.');
    expect(slipsIn(said)[0]?.text).toContain('Copy the balances: 19:00 → 19:30');
    expect(slipsIn(said)[0]?.text).toContain('Copy the stock: 23:00 → 23:30');
  });

  test('gives the advocate one task, not one a step, when somebody else says so', async () => {
    const said = await world.says('adv-2', null, 'milestone northwind copy late, now 00:30');
    expect(said.filter(line => line.to === 'adv-1' && line.message === 'task')).toHaveLength(1);
  });

  test('said twice with another time is told twice, and the older message does not stay true', async () => {
    await world.says('adv-1', null, 'milestone northwind copy late, now 00:30');
    const again = await world.says('adv-1', null, 'milestone northwind copy late, now 01:00');
    expect(slipsIn(again)).toHaveLength(1);
    const same = await world.says('adv-1', null, 'milestone northwind copy late, now 01:00');
    expect(slipsIn(same)).toEqual([]);
    expect(same.map(line => line.text).join()).toContain('is no later than the plan has it');
  });

  test('with a reason and no time tells the reason', async () => {
    await world.at('2026-03-06T19:05:00-05:00');
    await world.says('adv-1', null, 'milestone northwind copy underway');
    const said = await world.says(
      'adv-1',
      null,
      'milestone northwind copy late because the disk is slow',
    );
    expect(slipsIn(said)[0]?.text).toContain('The reason: the disk is slow.');
  });

  test('keeps its evidence when it ends by its new time only, and the closing says so', async () => {
    await world.at('2026-03-06T19:05:00-05:00');
    await world.says('adv-1', null, 'milestone northwind copy underway');
    await world.says('adv-1', null, 'milestone northwind copy late, now 06:00');
    await world.at('2026-03-07T00:50:00-05:00');
    const said = await world.says('adv-1', null, 'milestone northwind copy done');
    expect(said.map(line => line.text).join()).toContain('an hour and 50 minutes late');
    const evidence = await client().evidence.findMany({ where: { kind: 'late-milestone' } });
    expect(evidence.map(({ key }) => key)).toEqual(['late:northwind/erp/copy']);
  });

  test('survives the same setup file read once more', async () => {
    await world.says('adv-1', null, 'milestone northwind copy late, now 00:30');
    await world.trip(trip => importSetup(trip, setupFrom(setup)));
    const { slippedFrom } = await step('copy');
    expect(slippedFrom).toEqual(new Date('2026-03-06T19:30:00-05:00'));
  });

  test('is no business of a customer', async () => {
    await world.says('lead-1', place, 'milestone northwind copy late, now 01:00');
    expect(await step('copy')).toMatchObject({ slippedFrom: null });
  });
});
