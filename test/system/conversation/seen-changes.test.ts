import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const minute = 60_000;
let world: TestWorld;
const open = async (at: string) => {
  world = await openTestWorld(buildNorthwind(), { at });
};
afterEach(() => world.close());

const tell = async (text: string) =>
  (await world.says('mgr-1', null, text)).map(line => line.text).join('\n');
const pauses = async () =>
  (await world.stage.world.ports.database.client.cadence.findMany()).map(one => one.pausedUntil);
const rungs = async () =>
  (await world.stage.world.ports.database.client.cadence.findMany()).map(one => one.pinnedRung);

describe('a change that is only shown', () => {
  beforeEach(() => open('2026-03-11T14:00:00Z'));

  test('is dropped for a newer one about the same check-ins: only what was looked at last is made', async () => {
    await tell('cadence northwind daily');
    await world.pass(30_000);
    await tell('cadence northwind every 2 days');
    await world.pass(5 * minute);
    expect(await rungs()).toEqual(['2d']);
    const [first] = world.seen('mgr-1').filter(({ text }) => text.startsWith('Cancelled'));
    expect(first?.text).toContain('Everything stays as it was for Northwind');
  });

  test('what was taken back is said, and what holds now', async () => {
    await tell('cadence northwind daily because of the bank holiday');
    await world.pass(2 * minute);
    const said = await tell('undo');
    expect(said).toContain('Taken back for Northwind: Helen Marsh');
    expect(said).toMatch(/Northwind: check-ins .* now, the next /);
  });
});

describe('what people did', () => {
  test('is told in sentences, with the reason, on the reader’s clock, and can be searched', async () => {
    await open('2026-03-11T14:00:00Z');
    await tell('pause northwind until 2026-03-16 because of the bank holiday');
    await world.pass(2 * minute);
    await world.says('adv-1', null, 'publish northwind: The interface list is on the share');
    await world.says('adv-1', null, 'promise northwind: the report by 2026-03-13T15:00');
    const all = await tell('audit northwind');
    expect(all).toContain(
      'Helen Marsh paused check-ins until Mon 00:00, because of the bank holiday.',
    );
    expect(all).toContain('Nora Whitfield published: The interface list is on the share');
    expect(all).toContain('Nora Whitfield: We promised: the report, by Fri 15:00.');
    const some = await tell('audit northwind nora interface');
    expect(some).toContain('The interface list');
    expect(some).not.toContain('paused');
    expect(await tell('audit northwind zebra')).toContain('Nobody did anything');
  });
});

describe('a pause', () => {
  test('inside a window, or over an open page, says so and waits for a word', async () => {
    await open('2026-03-06T19:00:00-05:00');
    const said = await tell('pause northwind until 2026-03-09');
    expect(said).toContain("Northwind's window is open until 11:00");
    await world.pass(10 * minute);
    expect(await pauses()).toEqual([null]);
    await world.says('lead-1', 'northwind-shared', 'page: the till is down');
    expect(await tell('pause northwind until 2026-03-09')).toContain('has a page open since');
    await tell('apply');
    expect(await pauses()).toEqual([new Date('2026-03-09T00:00:00Z')]);
  });

  test('outside of it is made after a minute, as ever', async () => {
    await open('2026-03-11T14:00:00Z');
    await tell('pause northwind until 2026-03-16');
    await world.pass(59_000);
    expect(await pauses()).toEqual([null]);
    await world.pass(1_000);
    expect(await pauses()).toEqual([new Date('2026-03-16T00:00:00Z')]);
  });
});
