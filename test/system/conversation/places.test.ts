import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { at, local, send } from './talk.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openRoom();
});
afterAll(() => world.close());

const client = () => world.stage.world.ports.database.client;
const slack = (user: string) => ({ platform: 'slack', workspace: 'T0CUST', user });
const channel = (id: string) => ({ platform: 'slack', workspace: 'T0VEND', channel: id });
const text = (words: string) => ({ kind: 'text', text: words }) as const;

describe('a place tells who is served in it', () => {
  test('says once that it is not set up in a place nobody has told it of', async () => {
    const asked = {
      in: channel('C0NEW'),
      from: slack('U0X'),
      said: text('what is happening now?'),
    };
    const first = await send(world, asked);
    expect(first.map(one => [one.name, one.text])).toEqual([['refusal', "I'm not set up here."]]);
    expect(await send(world, asked)).toEqual([]);
    expect(await send(world, { ...asked, in: channel('C0NEXT'), addressed: false })).toEqual([]);
  });

  test('fetches a person for whoever asks in a place that is parked, and says nothing there', async () => {
    const { client } = world.stage.world.ports.database;
    const place = { where: { id: 'lakeside-shared' } };
    await client.place.update({ ...place, data: { parkedReason: 'somebody new reads it' } });
    await world.says('lead-2', 'lakeside-shared', 'good morning');
    expect(await client.page.count({ where: { customerId: 'lakeside' } })).toBe(0);
    const said = await world.says('lead-2', 'lakeside-shared', 'page: nobody can post anything');
    expect(said.map(({ to }) => to)).not.toContain('lakeside-shared');
    expect(said[0]?.text).toContain('nobody can post anything (said in lakeside-shared, where');
    await client.page.deleteMany({ where: { customerId: 'lakeside' } });
    await client.place.update({ ...place, data: { parkedReason: null } });
  });

  test('says nothing in a place that is parked', async () => {
    await client().place.update({
      where: { id: 'northwind-shared' },
      data: { parkedReason: 'shared with somebody new' },
    });
    expect(
      await send(world, {
        in: at('northwind-shared'),
        from: local('lead-1'),
        said: text('status?'),
      }),
    ).toEqual([]);
    await client().place.update({
      where: { id: 'northwind-shared' },
      data: { parkedReason: null },
    });
  });

  test('knows people and places by their identities on a platform', async () => {
    await client().personIdentity.create({ data: { ...slack('U0LEAD'), personId: 'lead-1' } });
    await client().placeIdentity.create({
      data: { ...channel('C0SHARED'), placeId: 'northwind-shared' },
    });
    const said = await send(world, {
      in: channel('C0SHARED'),
      from: slack('U0LEAD'),
      said: text('hello'),
    });
    expect(said).toEqual([
      expect.objectContaining({ to: 'northwind-shared', text: expect.stringContaining('Daniel') }),
    ]);
  });

  test('takes a person by the side written in the setup, wherever their account lives', async () => {
    const guest = { platform: 'slack', workspace: 'T0VEND', user: 'U0GUEST' };
    await client().personIdentity.create({ data: { ...guest, personId: 'member-1' } });
    const said = await send(world, { from: guest, said: text('brief northwind') });
    expect(said.every(one => one.audience === 'shared')).toBe(true);
    expect(JSON.stringify(said)).not.toContain('with care');
  });

  test('does not answer a stranger alone with it, or somebody who has left', async () => {
    expect(await send(world, { from: slack('U0X'), said: text('brief northwind') })).toEqual([]);
    await client().person.update({ where: { id: 'eng-1' }, data: { active: false } });
    expect(await send(world, { from: local('eng-1'), said: text('portfolio') })).toEqual([]);
  });

  test('serves a stranger in a customer place with the fewest rights: the situation, and a human', async () => {
    const inPlace = { in: at('northwind-shared'), from: local('stranger') };
    const [situation] = await send(world, { ...inPlace, said: text("what's happening now?") });
    expect(situation?.name).toBe('situation');
    expect(
      (await send(world, { ...inPlace, said: text('every morning please') })).map(one => one.name),
    ).toEqual(['refusal']);
    const called = await send(world, { ...inPlace, said: text('page') });
    expect(called.map(one => one.name).sort()).toEqual(['page', 'page-receipt', 'page-update']);
    await world.says('adv-1', null, 'ack');
    await world.says('adv-1', null, 'resolve');
  });

  test('does not serve customers in the vendor’s own place', async () => {
    const said = await send(world, {
      in: at('northwind-team'),
      from: local('lead-1'),
      said: text("what's happening now?"),
    });
    expect(said.map(one => one.text)).toEqual(["I can't help with that here."]);
  });
});

describe('in a shared place it speaks when it is meant, and otherwise listens', () => {
  const aside = (user: string, words: string) => world.mutters(user, 'northwind-shared', words);
  const here = (lines: Awaited<ReturnType<typeof aside>>) =>
    lines.filter(line => line.to === 'northwind-shared');

  test('answers a clear question of the customer that shared facts answer', async () => {
    const said = await aside('lead-1', 'is the backup finished?');
    expect(here(said)).toHaveLength(1);
  });

  test('stays out of it where the place wants to be asked by name', async () => {
    await client().place.update({
      where: { id: 'northwind-shared' },
      data: { listening: 'mentions' },
    });
    expect(here(await aside('lead-1', 'is the backup finished?'))).toEqual([]);
    await client().place.update({
      where: { id: 'northwind-shared' },
      data: { listening: 'questions' },
    });
  });

  test.each(['lunch at noon?', 'good morning', 'I uploaded the document'])(
    'leaves people to their talk: %s',
    async words => {
      expect(await aside('lead-1', words)).toEqual([]);
    },
  );

  test.each([
    ['lead-1', 'I am very disappointed'],
    ['member-1', 'this upgrade scares me'],
  ])('tells the advocate what it hears, without butting in: %s', async (user, words) => {
    const said = await aside(user, words);
    expect(here(said)).toEqual([]);
    expect(said.map(line => [line.to, line.text.includes(words)])).toEqual([
      ['northwind-team', true],
      ['adv-1', true],
    ]);
  });

  test('calls somebody at once for what is surely urgent, whoever it was said to', async () => {
    const said = await aside('member-1', 'everything is down, nobody can post anything');
    expect(said.map(line => line.message).sort()).toEqual(['page', 'page-receipt', 'page-update']);
    const more = await aside('lead-1', 'everything is down here too');
    expect(more.filter(line => line.message === 'page' && !line.edited)).toEqual([]);
    expect(here(more).map(line => line.message)).toContain('answer');
  });

  test('says nothing between the vendor’s people and the customer', async () => {
    expect(await aside('adv-1', 'we had an outage at another site, everything is down')).toEqual(
      [],
    );
    expect(await aside('adv-1', "what's happening now?")).toEqual([]);
  });

  test('answers in its own threads without being named, under the message it was asked in', async () => {
    const asked = {
      in: at('northwind-shared'),
      from: local('lead-1'),
      addressed: false,
      ref: 'm-1',
    };
    const [first] = await send(world, { ...asked, said: text('is the backup finished?') });
    expect(first?.threadOf).toBe('m-1');
    const [second] = await send(world, {
      ...asked,
      ref: 'm-2',
      threadOf: 'm-1',
      said: text('who is with us tonight'),
    });
    expect(second?.threadOf).toBe('m-1');
  });
});

describe('a command typed where the customer reads never leaks', () => {
  test.each([
    'log the batch is stuck, budget-canary',
    'brief',
    'why',
    'portfolio',
    'audit',
    'pages',
    'help',
    'on-call',
    'blorp',
  ])('%s is answered to the person alone', async command => {
    const said = await world.says('adv-1', 'northwind-shared', command);
    expect(said.map(line => [line.to, line.audience])).toEqual([['adv-1', 'internal']]);
  });

  test('refuses one of our own without the customer reading it', async () => {
    const said = await world.says('adv-1', 'northwind-shared', 'cadence northwind weekly');
    expect(said.map(line => [line.to, line.message])).toEqual([['adv-1', 'refusal']]);
  });

  test('publishes there what was meant for the customer', async () => {
    await world.says('adv-1', 'northwind-shared', 'publish The copy runs well');
    const [situation] = await world.says('lead-1', 'northwind-shared', "what's happening now?");
    expect(situation?.text).toContain('The copy runs well');
  });

  test('says nothing of another customer into a place of this one', async () => {
    for (const place of ['northwind-shared', 'northwind-team']) {
      const said = await world.says('adv-2', place, 'status lakeside');
      expect(said.map(line => line.to)).toEqual(['adv-2']);
    }
  });
});
