import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { recordOwnWorkspace } from '../../../src/customers/record-own-workspace.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom, setup } from './room.ts';
import { account, channel, connectSlack, ours, theirs } from './slack.ts';
import { send } from './talk.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openRoom();
  await connectSlack(world);
});
afterAll(() => world.close());

const client = () => world.stage.world.ports.database.client;
const listed = new Set(setup.people.map(({ id }) => id));

/** Whoever was recognised by their account alone. */
async function recognised() {
  const people = await client().person.findMany({ orderBy: { id: 'asc' } });
  return people.filter(({ id }) => !listed.has(id));
}
beforeEach(async () => {
  await client().person.deleteMany({ where: { id: { notIn: [...listed] } } });
  await client().place.updateMany({ data: { settled: [] } });
});

const speak = (from: Inbound['from'], where: string | null, text = 'hello') =>
  send(world, { from, in: where ? channel(where) : null, said: { kind: 'text', text } });

describe('who somebody is follows from their account alone', () => {
  test('a colleague in our own workspace becomes one of our people, with name and zone', async () => {
    const said = await speak(ours('U1OLA'), null, 'brief northwind');
    expect(said.map(one => [one.to, one.audience])).toEqual([['slack-t0vend-u1ola', 'internal']]);
    expect(await recognised()).toEqual([
      expect.objectContaining({
        id: 'slack-t0vend-u1ola',
        name: 'Ola Berg',
        side: 'vendor',
        customerId: null,
        timeZone: 'America/Chicago',
      }),
    ]);
    await speak(ours('U1OLA'), 'C0SHARED', 'status');
    expect(await recognised()).toHaveLength(1);
  });

  test('takes the organisation’s zone where the platform gives none, or a strange one', async () => {
    await speak(ours('U1A', 'Ada', { timeZone: null }), null);
    await speak(ours('U1B', 'Bea', { timeZone: 'Mars/Olympus' }), null);
    expect((await recognised()).map(one => one.timeZone)).toEqual([
      'Europe/London',
      'Europe/London',
    ]);
  });

  test('a guest in our own workspace is nobody we know, unless listed', async () => {
    const guest = ours('U1GUEST', 'Gus', { isGuest: true });
    expect(await speak(guest, null, 'brief northwind')).toEqual([]);
    const said = await speak(guest, 'C0SHARED', 'brief northwind');
    expect(JSON.stringify(said)).not.toContain('with care');
    expect(await recognised()).toEqual([]);
  });

  test('somebody of ours of whom the platform says nothing could be a guest: nobody we know', async () => {
    const { profile: _, ...unknown } = ours('U1NEW');
    expect(await speak(unknown, null, 'brief northwind')).toEqual([]);
    expect(await recognised()).toEqual([]);
  });

  test('a workspace of a customer’s listed people is theirs, in their own place', async () => {
    await speak(theirs('U2CARLA'), 'C0SHARED', 'every morning please');
    expect(await recognised()).toEqual([
      expect.objectContaining({ name: 'Carla Diaz', side: 'customer', customerId: 'northwind' }),
    ]);
  });

  test('so is one that a vendor person has settled', async () => {
    const partner = theirs('U2PAT', 'T0PART', 'Pat');
    await speak(partner, 'C0SHARED');
    expect(await recognised()).toEqual([]);
    await client().place.update({
      where: { id: 'northwind-shared' },
      data: { settled: ['T0PART'] },
    });
    await speak(partner, 'C0SHARED');
    expect(await recognised()).toEqual([
      expect.objectContaining({ id: 'slack-t0part-u2pat', customerId: 'northwind' }),
    ]);
  });

  test.each([
    ['alone with us', null],
    ['in another customer’s place', 'C0LAKE'],
    ['in our own place', 'C0TEAM'],
  ])('an account of a customer’s workspace is nobody %s', async (_, where) => {
    await speak(theirs('U2NEW'), where, "what's happening now?");
    expect(await recognised()).toEqual([]);
  });

  test('a workspace that could be two customers’ is in doubt', async () => {
    await client().place.updateMany({
      where: { id: { in: ['northwind-shared', 'lakeside-shared'] } },
      data: { settled: ['T0BOTH'] },
    });
    await speak(theirs('U2X', 'T0BOTH'), 'C0SHARED');
    expect(await recognised()).toEqual([]);
  });

  test('a workspace in which one of ours is listed is nobody’s alone', async () => {
    const data = { ...account(theirs('U2TOM')), personId: 'adv-2' };
    await client().personIdentity.create({ data });
    await speak(theirs('U2CARLA'), 'C0SHARED');
    expect(await recognised()).toEqual([]);
    const { platform, workspace, user } = data;
    await client().personIdentity.delete({
      where: { platform_workspace_user: { platform, workspace, user } },
    });
  });

  test('a guest of a customer’s workspace stays unknown', async () => {
    const guest = { ...theirs('U2G'), profile: { name: 'G', timeZone: null, isGuest: true } };
    await speak(guest, 'C0SHARED');
    expect(await recognised()).toEqual([]);
  });

  test('bound to one customer, speaking in another’s place: nobody there', async () => {
    const said = await speak(theirs('U0ANA'), 'C0LAKE', 'every morning please');
    expect(said.map(one => one.text)).toEqual(["I can't help with that here."]);
    const page = await speak(theirs('U0ANA'), 'C0LAKE', "what's happening at northwind?");
    expect(JSON.stringify(page)).not.toMatch(/northwind/i);
  });

  test('learns a name that the platform did not tell at first', async () => {
    const { profile: _, ...nameless } = theirs('U2LATE');
    await speak(nameless, 'C0SHARED');
    expect((await recognised()).map(one => one.name)).toEqual(['Somebody at Northwind']);
    await speak(theirs('U2LATE', 'T0CUST', 'Lia Tan'), 'C0SHARED');
    expect((await recognised()).map(one => one.name)).toEqual(['Lia Tan']);
    await speak(theirs('U2LATE', 'T0CUST', 'Other Name'), 'C0SHARED');
    expect((await recognised()).map(one => one.name)).toEqual(['Lia Tan']);
  });

  test('somebody who has left stays gone, whatever their account', async () => {
    await speak(ours('U1OLA'), null);
    await client().person.update({
      where: { id: 'slack-t0vend-u1ola' },
      data: { active: false },
    });
    expect(await speak(ours('U1OLA'), null, 'brief northwind')).toEqual([]);
  });

  test('is one person however many things they did at once', async () => {
    const from = ours('U1TWICE');
    const { database } = world.stage.world.ports;
    await Promise.all([1, 2, 3].map(() => database.trip(trip => recordOwnWorkspace(trip, from))));
    await Promise.all([speak(from, null), speak(from, null), speak(from, 'C0SHARED', 'status')]);
    expect(await recognised()).toHaveLength(1);
  });

  test('a setup file that lists the account later has the last word', async () => {
    await speak(ours('U1CARA', 'Cara'), null, 'brief northwind');
    const guest = {
      ...{ id: 'cara', name: 'Cara Quist', side: 'customer', customer: 'northwind' },
      identities: [account(ours('U1CARA'))],
    };
    const later = setupFrom({ ...setup, people: [...setup.people, guest] });
    await world.trip(trip => importSetup(trip, later));
    expect(await speak(ours('U1CARA', 'Cara'), null, 'brief northwind')).toEqual([
      expect.objectContaining({ to: 'cara', audience: 'shared' }),
    ]);
  });
});
