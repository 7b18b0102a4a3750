import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const change = buildGoLive({
  window: { from: '2026-02-06T18:00:00-05:00', until: '2026-02-07T06:00:00-05:00' },
  milestones: [],
});
const lakeside = buildCustomer({
  id: 'lakeside',
  name: 'Lakeside',
  people: { advocate: 'adv-2', manager: 'mgr-1' },
  places: [],
  transitions: [],
});
const calm = buildNorthwind({ customers: [buildCustomer({ transitions: [change] }), lakeside] });

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(calm, { at: '2026-03-10T10:00:00Z' });
});
afterEach(() => world.close());

const answers = async (person: string, place: string | null, text: string) =>
  (await world.says(person, place, text)).map(line => line.text).join('\n');
const told = (to: string) => world.seen(to).filter(({ message }) => message === 'promise');
const states = async () =>
  (await world.stage.world.ports.database.client.vendorPromise.findMany()).map(one => one.state);

describe('a promise that takes longer', () => {
  test('has a new time and a reason, told to the customer before it is missed, on their clock, once', async () => {
    await world.says(
      'adv-1',
      null,
      'promise northwind: shared: the fix for the report by 2026-03-12T15:00',
    );
    await world.at('2026-03-12T12:00:00Z');
    const said = await answers(
      'adv-1',
      null,
      'moved report to 2026-03-13T15:00 because the patch is late',
    );
    expect(said).toContain('Northwind is told, with the reason');
    expect(told('northwind-shared').map(({ text }) => text)).toEqual([
      expect.stringContaining('now by Fri 11:00'),
    ]);
    expect(told('northwind-shared')[0]?.text).toContain('The reason: the patch is late.');
    expect(world.facts('northwind').map(({ event, text }) => `${event} ${text}`)).toContain(
      'promise.moved Moved: the fix for the report, now by Fri 11:00 instead of 11:00, because the patch is late.',
    );
    await world.says('adv-1', null, 'moved report to 2026-03-13T15:00 because the patch is late');
    expect(told('northwind-shared')).toHaveLength(1);
    // It is missed by its new time, not by the old one.
    await world.at('2026-03-13T14:59:00Z');
    expect(await states()).toEqual(['open']);
    await world.at('2026-03-13T15:00:00Z');
    expect(await states()).toEqual(['missed']);
  });

  test('is asked for its reason, and an internal one is told to nobody', async () => {
    await world.says(
      'adv-1',
      null,
      'promise northwind: the fix for the report by 2026-03-12T15:00',
    );
    expect(await answers('adv-1', null, 'moved report to 2026-03-13T15:00')).toContain('why');
    await world.says('adv-1', null, 'moved report to 2026-03-13T15:00 because the patch is late');
    expect(told('northwind-shared')).toEqual([]);
    expect(await states()).toEqual(['open']);
  });

  test('once missed, is said to be that, and its page ends', async () => {
    await world.says(
      'adv-1',
      null,
      'promise northwind: shared: the fix for the report by 2026-03-10T15:00',
    );
    await world.at('2026-03-10T15:30:00Z');
    expect(await states()).toEqual(['missed']);
    await world.says('adv-1', null, 'moved report to 2026-03-13T15:00 because the patch is late');
    expect(told('northwind-shared')[0]?.text).toContain('and that was missed');
    const pages = await world.stage.world.ports.database.client.page.findMany();
    expect(pages.map(({ state }) => state)).toEqual(['resolved']);
  });

  test('whoever gave it is reminded an hour before, once, and not when it is kept by then', async () => {
    await world.says(
      'adv-1',
      null,
      'promise northwind: the fix for the report by 2026-03-10T15:00',
    );
    await world.at('2026-03-10T13:59:00Z');
    expect(told('adv-1')).toEqual([]);
    await world.at('2026-03-10T14:00:00Z');
    expect(
      told('adv-1')
        .map(({ text }) => text)
        .join(),
    ).toContain('by 15:00: the fix for the report');
    await world.says('adv-1', null, 'promise northwind: the list of users by 2026-03-11T15:00');
    await world.says('adv-1', null, 'kept list');
    await world.at('2026-03-11T14:30:00Z');
    expect(told('adv-1')).toHaveLength(1);
  });

  test('the customer can move nothing', async () => {
    await world.says(
      'adv-1',
      null,
      'promise northwind: shared: the fix for the report by 2026-03-12T15:00',
    );
    await world.says(
      'lead-1',
      'northwind-shared',
      'moved report to 2026-03-13T15:00 because the patch is late',
    );
    expect(told('northwind-shared')).toEqual([]);
    expect(world.facts('northwind').map(({ event }) => event)).not.toContain('promise.moved');
  });
});

describe('what was promised', () => {
  test('a promise that is only ours to know is never denied: whoever gave it answers', async () => {
    await world.says(
      'adv-1',
      null,
      'promise northwind: a discount we talk about by 2026-03-12T15:00',
    );
    const said = await answers('lead-1', 'northwind-shared', 'what did you promise us?');
    expect(said).toContain('Nora Whitfield answers that');
    expect(said).not.toContain('no open promise');
    expect(said).not.toContain('discount');
  });

  test('kept, with a word of it, is enough, whoever else has promises', async () => {
    await world.says('eng-1', null, 'promise northwind: month-end report by 2026-03-12T15:00');
    await world.says('eng-1', null, 'promise lakeside: the ward list by 2026-03-12T15:00');
    expect(await answers('eng-1', null, 'kept report')).toContain('Kept: month-end report');
    expect(await answers('eng-1', null, 'kept ward list')).toContain('Kept: the ward list');
  });
});
