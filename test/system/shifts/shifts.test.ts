import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hour, minute } from '../../../src/shared/time.ts';
import { buildEscalation, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
/** Idris and Tom take the nights in turn, 22:00 to 22:00 in London. */
const rotation = { every: '1d', start: '2026-03-02T22:00', people: ['eng-1', 'adv-2'] };
const schedules = [{ id: 'duty', timeZone: 'Europe/London', rotation }];
const escalations = [buildEscalation({ levels: [{ to: [{ schedule: 'duty' }], wait: '5m' }] })];

beforeEach(async () => {
  // A Wednesday morning; Tom is on call until 22:00, then Idris.
  world = await openTestWorld(buildNorthwind({ schedules, escalations }), {
    at: '2026-03-04T09:00:00Z',
  });
});
afterEach(() => world.close());

const told = (to: string, name: string) =>
  world
    .seen(to)
    .filter(({ message }) => message === name)
    .map(({ text }) => text);

describe('a shift', () => {
  test('is told to its person a day and an hour ahead', async () => {
    await world.at('2026-03-04T20:59:00Z');
    expect(told('eng-1', 'shift')).toEqual([]);
    await world.at('2026-03-04T21:00:00Z');
    expect(told('eng-1', 'shift')).toEqual([
      expect.stringContaining('You are on call by duty from 22:00 until Thu 22:00'),
    ]);
    expect(told('eng-1', 'shift')[0]).toContain('You take over from Tom Adeyemi');
    await world.at('2026-03-04T22:00:00Z');
    // Tom's next one is a day ahead.
    expect(told('adv-2', 'shift')).toHaveLength(1);
  });

  test('hands its open pages over as it ends, with a note, to whoever is next', async () => {
    await world.at('2026-03-04T21:30:00Z');
    await world.says('lead-1', 'northwind-shared', 'page');
    await world.presses('adv-2', 'page.acknowledge');
    await world.says('adv-2', null, 'update restarting the posting queue');
    await world.at('2026-03-04T22:00:00Z');
    const [note = ''] = told('eng-1', 'handover');
    expect(note).toContain('Your shift begins with a page of Tom Adeyemi');
    expect(note).toContain('Northwind');
    expect(note).toContain('restarting the posting queue');
    expect(told('adv-2', 'handover')[0]).toContain('Idris Bello has a page of yours now');
    await world.presses('eng-1', 'page.acknowledge');
    const { client } = world.stage.world.ports.database;
    expect((await client.page.findFirstOrThrow()).ownerId).toBe('eng-1');
    await world.at('2026-03-04T22:10:00Z');
    expect(told('eng-1', 'handover')).toHaveLength(1);
  });

  test('hands nothing over when nothing is open, and never what is somebody’s in another role', async () => {
    await world.at('2026-03-04T22:30:00Z');
    expect(told('eng-1', 'handover')).toEqual([]);
  });
});

describe('cover', () => {
  const ask = 'can Idris cover my night on Thursday?';

  test('is asked of the colleague, and the shift is theirs once they say yes', async () => {
    const replies = await world.says('adv-2', null, ask);
    expect(replies.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('I have asked Idris Bello: duty from Thu 22:00 until Fri 22:00'),
    );
    expect(told('eng-1', 'shift')[0]).toContain('Tom Adeyemi asks whether you can cover');
    const { client } = world.stage.world.ports.database;
    expect((await client.schedule.findFirstOrThrow()).overrides).toEqual([]);
    await world.presses('eng-1', 'cover.accept');
    expect(told('adv-2', 'shift').at(-1)).toContain('Idris Bello covers for you');
    expect((await client.schedule.findFirstOrThrow()).overrides).toEqual([
      { from: '2026-03-05T22:00:00.000Z', until: '2026-03-06T22:00:00.000Z', personId: 'eng-1' },
    ]);
    expect(await client.audit.count({ where: { action: 'swap', actorId: 'eng-1' } })).toBe(1);
  });

  test('is not given on no, and whoever asked is told', async () => {
    await world.says('adv-2', null, ask);
    await world.says('eng-1', null, 'no');
    expect(told('adv-2', 'shift').at(-1)).toContain('Idris Bello cannot cover');
    const { client } = world.stage.world.ports.database;
    expect((await client.schedule.findFirstOrThrow()).overrides).toEqual([]);
  });

  test('is for the colleague alone to answer', async () => {
    await world.says('adv-2', null, ask);
    await expect(world.presses('mgr-1', 'cover.accept')).rejects.toThrow('sees no message');
  });

  test.each([
    ['cover Idris from Thursday 23:00 until Friday 02:00', 'from Thu 23:00 until Fri 02:00'],
    ['cover Idris', 'from 09:00 until 22:00'],
    ['could Idris take my shift tomorrow', 'from Thu 22:00 until Fri 22:00'],
  ])('understands "%s"', async (words, when) => {
    const replies = await world.says('adv-2', null, words);
    expect(replies.map(({ text }) => text).join('\n')).toContain(when);
  });

  test('says so when there is no such shift', async () => {
    const replies = await world.says('mgr-1', null, ask);
    expect(replies.map(({ text }) => text).join('\n')).toContain('I see no shift of yours then');
  });
});

test('a rotation of one is watched in vain and says nothing', async () => {
  await world.close();
  const alone = [{ ...schedules[0], id: 'duty', rotation: { ...rotation, people: ['eng-1'] } }];
  world = await openTestWorld(buildNorthwind({ schedules: alone, escalations }), {
    at: '2026-03-04T09:00:00Z',
  });
  await world.pass(50 * hour + minute);
  expect(told('eng-1', 'shift')).toEqual([]);
});

test('a week that was too much is told to the manager once, in their hours, with who could take a night', async () => {
  for (const night of ['2026-03-04', '2026-03-06', '2026-03-08']) {
    await world.at(`${night}T23:00:00Z`);
    await world.says('lead-1', 'northwind-shared', 'page');
    await world.presses('eng-1', 'page.acknowledge');
    await world.presses('eng-1', 'page.resolve');
    await world.presses('lead-1', 'page.confirm');
  }
  const words = () => told('mgr-1', 'shift').filter(text => text.includes('carried a lot'));
  await world.at('2026-03-10T08:59:00Z');
  expect(words()).toEqual([]);
  await world.at('2026-03-10T09:01:00Z');
  expect(words()).toEqual([expect.stringContaining('Idris Bello carried a lot')]);
  expect(words()[0]).toContain('woken on 3 nights');
  expect(words()[0]).toContain('Tom Adeyemi had a quieter week and could take duty');
  expect(told('adv-2', 'shift').filter(text => text.includes('carried a lot'))).toEqual([]);
  await world.presses('mgr-1', 'relief.ask');
  expect(told('adv-2', 'shift').at(-1)).toContain('would be glad of a night. Can you cover?');
  await world.presses('adv-2', 'cover.accept');
  expect(told('eng-1', 'shift').at(-1)).toContain('Tom Adeyemi covers for you');
  await world.at('2026-03-12T12:00:00Z');
  expect(words()).toHaveLength(1);
});
