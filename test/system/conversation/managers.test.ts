import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openTestWorld } from '../../harness/world.ts';
import { after, setup } from './room.ts';

let world: TestWorld;
beforeAll(async () => {
  // Helen manages both, so that she can change many at once.
  const both = setup.customers.map(each => ({
    ...each,
    people: { ...each.people, manager: 'mgr-1' },
  }));
  world = await openTestWorld({ ...setup, customers: both }, { at: after });
});
afterAll(() => world.close());

const client = () => world.stage.world.ports.database.client;
const cadence = (customer: string) =>
  client().cadence.findUniqueOrThrow({ where: { transitionId: `${customer}/erp` } });
const tell = async (text: string, user = 'mgr-1') =>
  (await world.says(user, null, text)).map(line => line.text).join('\n');
const minute = 60_000;

describe('a manager changes how often a customer is asked', () => {
  test('shows the next five check-ins first, and does it by itself after a minute', async () => {
    const was = (await cadence('northwind')).rung;
    const preview = await tell('cadence northwind weekly because the chief is away');
    expect(preview.match(/\d\d:\d\d/g)).toHaveLength(5);
    expect((await cadence('northwind')).rung).toBe(was);
    await world.pass(59_000);
    expect((await cadence('northwind')).rung).toBe(was);
    await world.pass(1_000);
    expect((await cadence('northwind')).rung).toBe('2d');
    expect(world.seen('mgr-1').at(-1)).toMatchObject({
      edited: true,
      text: expect.stringContaining('Done'),
    });
  });

  test('does it at once on "yes", and not at all after "no"', async () => {
    await tell('cadence northwind daily');
    await tell('yes');
    expect((await cadence('northwind')).rung).toBe('1d');
    await tell('cadence northwind every 4 hours');
    await tell('no');
    await world.pass(2 * minute);
    expect((await cadence('northwind')).rung).toBe('1d');
  });

  test('takes back with "undo" what was only shown, the newest first', async () => {
    const was = await cadence('northwind');
    await tell('cadence northwind every 2 days');
    await tell('pause northwind until Monday because of the holidays');
    expect(await tell('undo')).toContain('Cancelled before it was done');
    expect(await tell('undo')).toContain('Cancelled before it was done');
    await world.pass(2 * minute);
    expect(await cadence('northwind')).toMatchObject({ rung: was.rung, pausedUntil: null });
  });

  test('a pause shows nothing that it skips, and its receipt names its end', async () => {
    const shown = await tell('pause northwind until Tuesday because of the holidays');
    expect(shown.split('Next:')[1]).toMatch(/^ Tue/);
    expect(await tell('yes')).toContain('no check-in before Tue');
  });

  test('waits for an explicit word when several, a kind or all are meant', async () => {
    for (const words of [
      'cadence northwind, lakeside light',
      'cadence all close',
      'cadence upgrade close',
    ]) {
      const before = [
        (await cadence('northwind')).closeness,
        (await cadence('lakeside')).closeness,
      ];
      expect(await tell(words)).toContain('apply');
      await world.pass(5 * minute);
      expect([
        (await cadence('northwind')).closeness,
        (await cadence('lakeside')).closeness,
      ]).toEqual(before);
    }
    await tell('apply');
    expect([(await cadence('northwind')).closeness, (await cadence('lakeside')).closeness]).toEqual(
      [0.5, 0.2],
    );
  });

  test('writes down who and why, and takes back what was done by one word together', async () => {
    expect(await tell('audit northwind')).toContain(
      'Helen Marsh set check-ins to weekly, every two days in this phase (were daily), because the chief is away.',
    );
    await tell('cadence northwind, lakeside light');
    await tell('apply');
    expect((await cadence('northwind')).closeness).toBe(1.2);
    expect(await tell('undo')).toContain('Taken back for Northwind, Lakeside');
    expect([(await cadence('northwind')).closeness, (await cadence('lakeside')).closeness]).toEqual(
      [0.5, 0.2],
    );
  });

  test('holds bounds and pins, and lets go of them', async () => {
    await tell('cadence northwind between 1d and 2d');
    await tell('yes');
    expect(await cadence('northwind')).toMatchObject({ boundMin: '1d', boundMax: '2d' });
    await tell('cadence northwind unpin');
    await tell('yes');
    expect((await cadence('northwind')).pinned).toBe(false);
  });

  test('pauses until a day, by the advocate too, and goes on with "resume"', async () => {
    expect(await tell('pause', 'adv-1')).toContain('Until when');
    await tell('pause northwind until Monday because of the holidays', 'adv-1');
    await tell('yes', 'adv-1');
    expect((await cadence('northwind')).pausedUntil).not.toBeNull();
    await tell('resume northwind', 'adv-1');
    await world.pass(minute);
    expect((await cadence('northwind')).pausedUntil).toBeNull();
  });

  test('does not make a change whose asker may no longer make it', async () => {
    const was = (await cadence('lakeside')).rung;
    await tell('cadence lakeside every 4 hours');
    await client().customer.update({ where: { id: 'lakeside' }, data: { managerId: 'mgr-2' } });
    await world.pass(2 * minute);
    expect((await cadence('lakeside')).rung).toBe(was);
    await client().customer.update({ where: { id: 'lakeside' }, data: { managerId: 'mgr-1' } });
  });

  test('says how to type it when it did not understand', async () => {
    expect(await tell('cadence northwind sometimes')).toContain('cadence northwind every 2 days');
    expect(await tell('cadence nortwind daily')).toContain('northwind');
    expect(await tell('cadence acme daily')).toContain('I don\'t know a customer "acme"');
    expect(await tell('undo lakeside')).toMatch(/Taken back|nothing/);
  });

  test('shows the portfolio with the customer in trouble on top', async () => {
    await world.says('lead-2', 'lakeside-shared', 'page');
    const portfolio = await tell('portfolio');
    expect(portfolio.indexOf('Lakeside')).toBeLessThan(portfolio.indexOf('Northwind'));
    expect(portfolio).toContain('nobody has it');
  });
});
