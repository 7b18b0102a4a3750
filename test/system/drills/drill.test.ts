import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { minute } from '../../../src/shared/time.ts';
import {
  buildCustomer,
  buildDuty,
  buildEscalation,
  buildGoLive,
  buildNorthwind,
  vendorPerson,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  // An hour before Northwind's window; Idris is on call all night.
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-06T17:00:00-05:00' });
});
afterEach(() => world.close());

const told = (to: string, name = 'drill') =>
  world.seen(to).filter(({ message }) => message === name);
const last = (to: string) => told(to).at(-1)?.text ?? '';

/** Everybody on the ladder answers: Nora by button, Idris in words, Helen not at all. */
async function run(): Promise<void> {
  await world.says('adv-1', null, 'drill northwind');
  await world.pass(2 * minute);
  await world.presses('adv-1', 'page.acknowledge');
  await world.pass(3 * minute);
  await world.says('eng-1', null, 'ack');
  await world.pass(11 * minute);
}

describe('a drill', () => {
  test('calls everybody on the ladder, level by level, and says first of all that it is one', async () => {
    await world.says('adv-1', null, 'drill northwind');
    expect(told('adv-1')[0]?.text).toMatch(/^Drill for Northwind: nothing is wrong/);
    expect(told('eng-1')).toEqual([]);
    await world.pass(2 * minute);
    await world.presses('adv-1', 'page.acknowledge');
    expect(last('adv-1')).toContain('You answered after 2 minutes');
    expect(told('eng-1')[0]?.text).toContain('level 2 of 3');
    await world.pass(5 * minute);
    expect(told('mgr-1')[0]?.text).toContain('level 3 of 3');
  });

  test('tells whoever asked and the manager who answered, how fast and by what, and who did not', async () => {
    await run();
    for (const reader of ['adv-1', 'mgr-1']) {
      expect(last(reader)).toContain('Level 1: Nora Whitfield answered after 2 minutes, by chat.');
      expect(last(reader)).toContain('Level 2: Idris Bello answered after 3 minutes, by chat.');
      expect(last(reader)).toContain('Level 3: Helen Marsh did not answer (chat).');
      expect(last(reader)).toContain('On 1 of 3 levels nobody answered.');
    }
    expect(told('adv-1').at(-1)?.actions).toEqual([]);
    expect(told('mgr-1').at(-1)?.actions).toMatchObject([{ id: 'drill.sign' }]);
  });

  test('is never told to the customer, never on the timeline, never a page and never evidence', async () => {
    const before = world.facts('northwind').length;
    const { client } = world.stage.world.ports.database;
    const evidence = await client.evidence.count();
    await run();
    const seen = [...world.seen('northwind-shared'), ...world.seen('lead-1')];
    expect(seen.filter(({ text }) => /drill/i.test(text))).toEqual([]);
    expect(
      world
        .facts('northwind')
        .slice(before)
        .filter(({ text }) => /drill/i.test(text)),
    ).toEqual([]);
    expect(await client.page.count()).toBe(0);
    expect(await client.evidence.count()).toBe(evidence);
  });

  test('is signed by the manager alone', async () => {
    await run();
    await expect(world.presses('adv-1', 'drill.sign')).rejects.toThrow('sees no message');
    await world.presses('mgr-1', 'drill.sign');
    expect(last('adv-1')).toContain('Signed by Helen Marsh');
    expect(last('mgr-1')).toContain('Signed by Helen Marsh');
    await world.says('mgr-1', null, 'audit northwind');
  });

  test('runs once, however often it is asked for', async () => {
    await world.says('adv-1', null, 'drill northwind');
    const again = await world.says('mgr-1', null, 'drill northwind');
    expect(again.map(({ text }) => text)).toEqual([expect.stringContaining('is running already')]);
    expect(told('adv-1')).toHaveLength(1);
  });

  test('calls the next medium at once where one cannot reach its person', async () => {
    await world.does({ kind: 'reach', id: 'adv-1', via: null, reachable: false });
    await world.says('mgr-1', null, 'drill northwind');
    await world.pass(30 * minute);
    expect(last('mgr-1')).toMatch(/Level 1: Nora Whitfield did not answer \(chat\)/);
  });
});

describe('a drill that was signed no longer counts', () => {
  const changed = (over: Parameters<typeof buildNorthwind>[0]) =>
    world.trip(trip => importSetup(trip, setupFrom(buildNorthwind(over))));

  test.each([
    [
      'the ladder',
      { escalations: [buildEscalation({ levels: [{ to: ['advocate'], wait: '9m' }] })] },
    ],
    ['the on-call schedule', { schedules: [buildDuty(['adv-2', 'eng-1'])] }],
    [
      'the window',
      {
        customers: [
          buildCustomer({
            transitions: [
              buildGoLive({
                window: { from: '2026-03-06T18:30:00-05:00', until: '2026-03-07T06:00:00-05:00' },
                milestones: [],
              }),
            ],
          }),
        ],
      },
    ],
  ])('once %s changes, and says so', async (what, over) => {
    await run();
    await world.presses('mgr-1', 'drill.sign');
    await changed(over);
    for (const reader of ['adv-1', 'mgr-1']) {
      expect(last(reader)).toContain('no longer counts');
      expect(last(reader)).toContain(what);
    }
    await expect(world.presses('mgr-1', 'drill.sign')).rejects.toThrow('sees no message');
  });

  test('once somebody swaps a shift within the window', async () => {
    await run();
    await world.says('eng-1', null, 'swap duty Tom from Friday 23:00 until Saturday 09:00');
    expect(last('mgr-1')).toContain('no longer counts');
  });

  test('but counts on when a swap lies outside the window, or the same file is imported again', async () => {
    await run();
    await world.says('eng-1', null, 'swap duty Tom from Sunday 09:00 until Sunday 18:00');
    await changed({});
    expect(last('mgr-1')).not.toContain('no longer counts');
  });
});

test('gaps within the window are told with their hours', async () => {
  await world.close();
  const only = { days: ['fri'], from: '09:00', until: '23:00' };
  const { rotation, ...duty } = buildDuty();
  const schedules = [{ ...duty, layers: [{ rotation, only }] }];
  world = await openTestWorld(buildNorthwind({ schedules }), { at: '2026-03-06T17:00:00-05:00' });
  await run();
  await world.pass(30 * minute);
  // 23:00 in London is 18:00 in New York: as the window begins, the duty ends.
  expect(last('mgr-1')).toContain('Nobody is on call by duty from');
});

test('a drill is answered by text message and by key, and says by which', async () => {
  await world.close();
  const at = { to: '+447400123456' };
  const people = [
    ...buildNorthwind().people.filter(({ id }) => id !== 'adv-1' && id !== 'eng-1'),
    vendorPerson('adv-1', { contact: [{ via: 'sms', ...at }] }),
    vendorPerson('eng-1', { contact: [{ via: 'voice', to: '+447400123457' }] }),
  ];
  world = await openTestWorld(buildNorthwind({ people }), { at: '2026-03-06T17:00:00-05:00' });
  await world.says('mgr-1', null, 'drill northwind');
  await world.pass(minute);
  await world.does({ kind: 'replies', personId: 'adv-1', text: 'ack', via: 'sms' });
  await world.pass(minute);
  await world.does({ kind: 'keys', personId: 'eng-1', keys: '1', via: 'voice' });
  await world.pass(15 * minute);
  expect(last('mgr-1')).toContain('Nora Whitfield answered after 1 minute, by text message.');
  expect(last('mgr-1')).toContain('Idris Bello answered after 1 minute, by call.');
});
