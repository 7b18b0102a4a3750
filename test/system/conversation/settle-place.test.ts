import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Notice } from '../../../src/conversation/arrival/notice.ts';
import { receiveInbound } from '../../../src/conversation/arrival/receive-inbound.ts';
import { giveUpInbound } from '../../../src/conversation/give-up-inbound.ts';
import { internal, shared } from '../../../src/delivery/audience.ts';
import { internalCard, sharedCard } from '../../../src/delivery/card.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom, setup } from './room.ts';
import { account, channel, connectSlack, notice, ours, theirs } from './slack.ts';
import { press, type Said, saidDuring, send } from './talk.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
  await connectSlack(world);
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const nora = ours('U0NORA');
const joined = { kind: 'joined' } as const;
const changed = { kind: 'changed' } as const;
const place = (id: string) => client().place.findUniqueOrThrow({ where: { id } });

async function placeAt(id: string) {
  const found = await client().placeIdentity.findFirstOrThrow({
    where: { channel: id },
    include: { place: true },
  });
  return found.place;
}

const types = (text: string) => send(world, { from: nora, said: { kind: 'text', text } });
const tos = (said: readonly Said[]) => said.map(one => one.to).sort();

describe('invited to a channel nobody has told it of', () => {
  const invite = (over: object = {}) =>
    notice(world, {
      channel: 'C0NEW',
      notice: joined,
      by: account(nora),
      name: 'northwind-projects',
      outside: ['T0CUST'],
      ...over,
    });

  test('asks whoever invited it, alone, and says nothing there', async () => {
    const asked = await invite();
    expect(asked.map(one => [one.to, one.audience])).toEqual([['adv-1', 'internal']]);
    expect(asked[0]?.text).toContain('#northwind-projects');
    expect(asked[0]?.text).toContain('1 company outside ours');
    expect(await placeAt('C0NEW')).toMatchObject({ customerId: null, outside: ['T0CUST'] });
    const said = await send(world, {
      from: theirs('U0ANA'),
      in: channel('C0NEW'),
      said: { kind: 'text', text: "what's happening now?" },
    });
    expect(said).toEqual([]);
  });

  test('asks every advocate and manager once when nobody of ours invited it', async () => {
    const asked = await invite({ by: account(theirs('U0ANA')) });
    expect(tos(asked)).toEqual(['adv-1', 'adv-2', 'mgr-1', 'mgr-2']);
    expect(tos(await invite({ by: null }))).toEqual(['adv-1', 'adv-2', 'mgr-1', 'mgr-2']);
  });

  test('offers the customer of that name first, and never as internal where others read it', async () => {
    await invite();
    const row = await client().message.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    const labels = (row.card as { actions: { label: string }[] }).actions.map(one => one.label);
    expect(labels[0]).toBe('Northwind, they read it');
    expect(labels.join()).not.toContain('only us');
    await notice(world, { channel: 'C0OWN', notice: joined, name: 'team-lakeside', outside: [] });
    const own = await client().message.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    const both = (own.card as { actions: { label: string }[] }).actions.map(one => one.label);
    expect(both.slice(0, 2)).toEqual(['Lakeside, they read it', 'Lakeside, only us']);
    expect(both.length).toBeLessThanOrEqual(4);
  });

  test('a tap settles it, and it serves that customer there from then on', async () => {
    await invite();
    const { id } = await placeAt('C0NEW');
    const subject = `${id} northwind shared T0CUST`;
    const tap = { action: 'place.settle', subject, messageId: null } as const;
    const settled = await press(world, { user: 'adv-1', place: null }, tap);
    expect(settled.map(one => [one.to, one.audience])).toEqual([['adv-1', 'internal']]);
    expect(await placeAt('C0NEW')).toMatchObject({
      customerId: 'northwind',
      audience: 'shared',
      settled: ['T0CUST'],
      parkedReason: null,
    });
    const said = await send(world, {
      from: theirs('U0ANA'),
      in: channel('C0NEW'),
      said: { kind: 'text', text: "what's happening now?" },
    });
    expect(said.map(one => one.name)).toEqual(['situation']);
    const [audit] = await types('audit northwind');
    expect(audit?.text).toContain(
      'Nora Whitfield settled #northwind-projects as shared, read by 1 company outside ours',
    );
    const audits = await client().audit.findMany({ where: { action: 'place.settle' } });
    expect(audits).toEqual([
      expect.objectContaining({ actorId: 'adv-1', customerId: 'northwind', why: null }),
    ]);
  });

  test.each([
    'place northwind-projects is northwind, shared',
    'place #northwind-projects is Northwind, they read it',
    'place northwind-projects belongs to northwind (shared)',
  ])('so do plain words: %s', async words => {
    await invite();
    const [answer] = await types(words);
    expect(answer).toMatchObject({ to: 'adv-1', audience: 'internal' });
    expect(await placeAt('C0NEW')).toMatchObject({ customerId: 'northwind', parkedReason: null });
  });

  test('refuses, with the reason, to call internal what others read', async () => {
    await invite();
    const [answer] = await types('place northwind-projects is northwind, internal');
    expect(answer?.text).toContain("can't be internal");
    expect(await placeAt('C0NEW')).toMatchObject({ customerId: null });
    const { id } = await placeAt('C0NEW');
    const forged = { action: 'place.settle', messageId: null } as const;
    const subject = `${id} northwind internal T0CUST`;
    await press(world, { user: 'adv-1', place: null }, { ...forged, subject });
    expect(await placeAt('C0NEW')).toMatchObject({ customerId: null });
  });

  test('takes no tap on a question that was asked about other readers', async () => {
    await invite();
    const { id } = await placeAt('C0NEW');
    await notice(world, { channel: 'C0NEW', notice: changed, outside: ['T0CUST', 'T0MORE'] });
    const tap = { action: 'place.settle', messageId: null } as const;
    const subject = `${id} northwind shared T0CUST`;
    const [answer] = await press(world, { user: 'adv-1', place: null }, { ...tap, subject });
    expect(answer?.text).toContain('2 companies outside ours');
    expect(await placeAt('C0NEW')).toMatchObject({ customerId: null });
  });

  test('says what it does not know, and asks which of two of one name', async () => {
    await invite();
    expect((await types('place nowhere is northwind, shared'))[0]?.text).toContain('nowhere');
    expect((await types('place northwind-projects is acme, shared'))[0]?.text).toContain('acme');
    expect((await types('place northwind-projects northwind'))[0]?.text).toContain('Which place');
    await invite({ channel: 'C0TWIN' });
    expect((await types('place northwind-projects is northwind, shared'))[0]?.text).toContain(
      'Which one',
    );
    await types('2');
    const parked = [await placeAt('C0NEW'), await placeAt('C0TWIN')];
    expect(parked.filter(one => one.parkedReason === null)).toHaveLength(1);
  });

  test('is settled by nobody but the vendor', async () => {
    await invite();
    const said = await send(world, {
      from: theirs('U0ANA'),
      in: channel('C0SHARED'),
      said: { kind: 'text', text: 'place northwind-projects is northwind, shared' },
    });
    const read = said.filter(one => one.to === 'northwind-shared' || one.to === 'lead-1');
    expect(read.every(one => one.audience === 'shared')).toBe(true);
    expect(await placeAt('C0NEW')).toMatchObject({ customerId: null });
  });
});

describe('a setup file that lists a channel it was invited to before', () => {
  const listing = (audience: string) => {
    const [northwind, ...others] = setup.customers;
    const identities = [{ platform: 'slack', workspace: 'T0VEND', channel: 'C0NEW' }];
    const places = [...(northwind?.places ?? []), { id: 'northwind-new', audience, identities }];
    return setupFrom({ ...setup, customers: [{ ...northwind, places }, ...others] });
  };

  test.each([
    ['shared', { parkedReason: null, settled: ['T0CUST'] }],
    ['internal', { parkedReason: expect.any(String), settled: [] }],
  ])('as %s: it is that place, as far as its readers allow', async (audience, expected) => {
    await notice(world, { channel: 'C0NEW', notice: joined, name: 'nw', outside: ['T0CUST'] });
    await world.trip(trip => importSetup(trip, listing(audience)));
    const found = await placeAt('C0NEW');
    expect(found).toMatchObject({ id: 'northwind-new', name: 'nw', audience, ...expected });
    expect(await client().place.count({ where: { customerId: null } })).toBe(0);
  });
});

describe('who reads a place changes', () => {
  const see = (id: string, outside: string[] | null, over: object = {}) =>
    notice(world, { channel: id, notice: changed, outside, ...over });

  test('a listed shared place is settled for whom its platform shows first; a second company parks it', async () => {
    expect(await see('C0SHARED', ['T0CUST'])).toEqual([]);
    expect(await place('northwind-shared')).toMatchObject({
      settled: ['T0CUST'],
      parkedReason: null,
    });
    const told = await see('C0SHARED', ['T0CUST', 'T0MORE']);
    expect(tos(told)).toEqual(['adv-1', 'mgr-1']);
    expect(told[0]?.text).toContain("can't reach Northwind anywhere else");
    expect(told[0]?.text).toContain('place northwind-shared is northwind, shared');
    expect(await see('C0SHARED', ['T0CUST', 'T0MORE'])).toEqual([]);
    await types('place northwind-shared is northwind, shared');
    expect(await place('northwind-shared')).toMatchObject({
      settled: ['T0CUST', 'T0MORE'],
      parkedReason: null,
    });
  });

  test('a listed shared place is not settled for another customer’s company', async () => {
    expect(tos(await see('C0SHARED', ['T0LAKE']))).toEqual(['adv-1', 'mgr-1']);
    expect((await place('northwind-shared')).parkedReason).not.toBeNull();
  });

  test('one that a person settled without readers is parked when a company comes', async () => {
    await types('place northwind-shared is northwind, shared');
    await see('C0SHARED', []);
    expect((await place('northwind-shared')).parkedReason).toBeNull();
    await see('C0SHARED', ['T0CUST']);
    expect((await place('northwind-shared')).parkedReason).not.toBeNull();
  });

  test('a shared place that loses its last company is parked', async () => {
    await see('C0SHARED', ['T0CUST']);
    await see('C0SHARED', []);
    expect((await place('northwind-shared')).parkedReason).toContain('No company');
  });

  test('a formerly internal channel that becomes shared: nothing queued goes out, and nothing after', async () => {
    const { database } = world.stage.world.ports;
    const queue = (key: string) =>
      database.trip(trip =>
        sendMessage(trip, {
          key,
          lane: 'replies',
          to: { placeId: 'northwind-team' },
          card: internalCard('answer', 'northwind', { body: [internal`budget-canary`] }),
        }),
      );
    await queue('queued-before');
    // The engine stands still: what was queued is still there when the news comes.
    const told = await see('C0TEAM', ['T0CUST']);
    expect(tos(told)).toEqual(['adv-1', 'mgr-1']);
    expect(told[0]?.text).toContain('1 message');
    await queue('queued-after');
    await world.stage.runUntilIdle();
    const rows = await client().message.findMany({ where: { key: { startsWith: 'queued-' } } });
    expect(rows.map(row => [row.state, row.sentAt])).toEqual([
      ['parked', null],
      ['parked', null],
    ]);
    expect(world.seen('northwind-team')).toEqual([]);
    const [answer] = await types('place northwind-team is northwind, internal');
    expect(answer?.text).toContain("can't be internal");
    // Even if somebody cleared it by hand, the gate looks at who reads it.
    await client().place.update({
      where: { id: 'northwind-team' },
      data: { parkedReason: null },
    });
    await queue('queued-last');
    await world.stage.runUntilIdle();
    const last = await client().message.findUniqueOrThrow({ where: { key: 'queued-last' } });
    expect([last.state, last.sentAt]).toEqual(['parked', null]);
  });

  test('what was queued for the old readers stays unsent when the place is settled again', async () => {
    await see('C0SHARED', ['T0CUST']);
    await world.stage.world.ports.database.trip(trip =>
      sendMessage(trip, {
        key: 'for-the-old',
        lane: 'replies',
        to: { placeId: 'northwind-shared' },
        card: sharedCard('answer', 'northwind', { body: [shared`words`] }),
      }),
    );
    await see('C0SHARED', ['T0CUST', 'T0MORE']);
    await types('place northwind-shared is northwind, shared');
    const row = await client().message.findUniqueOrThrow({ where: { key: 'for-the-old' } });
    expect([row.state, row.sentAt]).toEqual(['parked', null]);
  });

  test('an unclear change is doubt in an internal place alone', async () => {
    expect(await see('C0SHARED', null)).toEqual([]);
    expect(tos(await see('C0TEAM', null))).toEqual(['adv-1', 'mgr-1']);
    await types('place northwind-team is northwind, internal');
    expect((await place('northwind-team')).parkedReason).toBeNull();
  });

  test('a page whose receipt or call waited there goes on without it', async () => {
    await see('C0SHARED', ['T0CUST', 'T0MORE']);
    await see('C0SHARED', ['T0CUST', 'T0MORE', 'T0THIRD']);
    const said = await send(world, {
      from: nora,
      said: { kind: 'text', text: 'page northwind: x' },
    });
    expect(said.map(one => one.name)).toContain('page');
  });
});

describe('a place comes and goes', () => {
  const tell = (kind: 'left' | 'archived' | 'reopened' | 'joined', over: object = {}) =>
    notice(world, { channel: 'C0SHARED', notice: { kind }, ...over });

  test.each(['left', 'archived'] as const)(
    '%s: silent, told, and back when it is back',
    async kind => {
      await notice(world, { channel: 'C0SHARED', notice: changed, outside: ['T0CUST'] });
      expect(tos(await tell(kind))).toEqual(['adv-1', 'mgr-1']);
      expect(await tell(kind)).toEqual([]);
      const back = kind === 'left' ? 'joined' : 'reopened';
      expect(await tell(back, { outside: ['T0CUST'] })).toEqual([]);
      expect((await place('northwind-shared')).parkedReason).toBeNull();
    },
  );

  test('does not come back while something else is in doubt', async () => {
    await notice(world, { channel: 'C0SHARED', notice: changed, outside: ['T0CUST'] });
    await tell('archived');
    await tell('reopened', { outside: ['T0CUST', 'T0MORE'] });
    expect((await place('northwind-shared')).parkedReason).toContain('nobody has settled');
    await tell('left');
    await tell('joined', { outside: ['T0CUST', 'T0MORE'] });
    expect((await place('northwind-shared')).parkedReason).toContain('nobody has settled');
  });

  test('keeps an archived place silent, whoever settles it', async () => {
    await tell('archived');
    const [answer] = await types('place northwind-shared is northwind, shared');
    expect(answer?.text).toContain('archived');
    expect((await place('northwind-shared')).parkedReason).not.toBeNull();
  });

  test('takes a new name without a word', async () => {
    expect(
      await notice(world, {
        channel: 'C0SHARED',
        notice: changed,
        name: 'nw',
        outside: ['T0CUST'],
      }),
    ).toEqual([]);
    expect((await place('northwind-shared')).name).toBe('nw');
  });

  test('goes on under a new id, with what was said before', async () => {
    await notice(world, { channel: 'C0SHARED', notice: changed, outside: ['T0CUST'] });
    const [row] = await client().message.findMany({ where: { toPlaceId: 'northwind-shared' } });
    await client().message.update({
      where: { id: row?.id ?? '' },
      data: { externalRef: 'C0SHARED/17.2' },
    });
    await notice(world, {
      channel: 'C0SHARED',
      notice: { kind: 'moved', channel: 'C0NEXT' },
      outside: ['T0CUST'],
    });
    expect(await placeAt('C0NEXT')).toMatchObject({ id: 'northwind-shared', parkedReason: null });
    expect(await client().placeIdentity.count({ where: { channel: 'C0SHARED' } })).toBe(0);
    const after = await client().message.findUniqueOrThrow({ where: { id: row?.id ?? '' } });
    expect(after.externalRef).toBe('C0NEXT/17.2');
    const said = await send(world, {
      from: theirs('U0ANA'),
      in: channel('C0NEXT'),
      addressed: false,
      threadOf: 'C0NEXT/17.2',
      said: { kind: 'text', text: "what's happening now?" },
    });
    expect(said.map(one => one.to)).toEqual(['northwind-shared']);
  });

  test('an internal place that moves without a word on its readers is in doubt', async () => {
    await notice(world, { channel: 'C0TEAM', notice: { kind: 'moved', channel: 'C0TEAM2' } });
    expect((await place('northwind-team')).parkedReason).not.toBeNull();
  });

  test('the same notice twice does nothing twice', async () => {
    const archived = () => tell('archived', { id: 'once' });
    expect(await archived()).toHaveLength(2);
    expect(await archived()).toEqual([]);
  });

  test('what it cannot deal with parks the place after five tries, and a human is told', async () => {
    const { database } = world.stage.world.ports;
    const unread: Notice = {
      id: 'unread',
      notice: changed,
      place: channel('C0TEAM'),
      by: null,
      name: null,
      outside: [],
    };
    await receiveInbound(world.stage.world.ports, unread);
    const told = await saidDuring(world, async () => {
      for (let tries = 0; tries < 5; tries += 1) {
        expect((await place('northwind-team')).parkedReason).toBeNull();
        await database.trip(trip => giveUpInbound(trip, 'unread', new Error('no such thing')));
      }
    });
    expect((await place('northwind-team')).parkedReason).not.toBeNull();
    expect(tos(told)).toEqual(['adv-1', 'mgr-1']);
  });
});
