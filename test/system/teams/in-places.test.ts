import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { internal } from '../../../src/delivery/audience.ts';
import { internalCard } from '../../../src/delivery/card.ts';
import type { Draft } from '../../../src/delivery/draft.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import { installationOf, messageOf, updateOf } from '../../harness/teams/activities.ts';
import { type Conversation, memberId } from '../../harness/teams/people.ts';
import { customerTenant, hostTenant } from '../../harness/teams/teams.ts';
import { openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

let stage: TeamsStage;
beforeEach(async () => {
  stage = await openTeamsStage();
});
afterEach(() => stage.close());

async function placeOf({ id }: Conversation) {
  const row = await stage.ports.database.client.placeIdentity.findFirst({
    where: { platform: 'teams', channel: id },
    include: { place: true },
  });
  return row?.place ?? null;
}

async function tell(activity: Parameters<TeamsStage['teams']['deliver']>[0]) {
  const { status } = await stage.teams.deliver(activity);
  expect(status).toBe(200);
  await stage.runUntilIdle();
}

const us = () => ({ id: stage.teams.botId, name: 'Handrail' });

test('added to a channel, it asks the vendor whose it is, once for the two events of one installation', async () => {
  const { teams, cast, rooms } = stage;
  const fresh = teams.channel({
    name: 'northwind-outsourcing',
    members: [cast.advocate, cast.manager, cast.lead],
  });
  const scene = () => teams.scene(cast.manager, fresh);
  await tell(installationOf(scene(), 'add'));
  await tell(updateOf(scene(), 'teamMemberAdded', { membersAdded: [us()] }));
  await tell(updateOf(scene(), 'teamMemberAdded', { membersAdded: [us()] }));
  const place = await placeOf(fresh);
  expect(place).toMatchObject({ customerId: null, outside: [customerTenant] });
  expect(teams.seen(fresh)).toEqual([]);
  const asked = [...teams.conversations.values()]
    .filter(({ kind }) => kind === 'personal')
    .flatMap(chat => teams.seen(chat).map(wordsOf))
    .filter(text => text.includes('northwind-outsourcing'));
  expect(new Set(asked).size).toBe(asked.length === 0 ? 0 : 1);
  expect(rooms.shared.id).not.toBe(fresh.id);
});

test('a channel we were never told of says only that nothing is set up, and the vendor is asked', async () => {
  const { teams, cast } = stage;
  const stray = teams.channel({ name: 'stray', members: [cast.advocate, cast.lead] });
  await tell(
    messageOf(teams.scene(cast.lead, stray), { text: "what's happening now?", mention: true }),
  );
  expect(wordsOf(teams.seen(stray)[0])).not.toContain('Back up');
  expect(await placeOf(stray)).toMatchObject({ customerId: null });
});

test('the welcome is said once the channel is known, however long that takes', async () => {
  await stage.close();
  stage = await openTeamsStage({ isWelcoming: true });
  const { teams, cast, rooms, ports } = stage;
  const welcomed = () =>
    teams.seen(rooms.shared).filter(each => wordsOf(each).includes("I'm Handrail"));
  await stage.runUntilIdle();
  const key = { startsWith: 'welcome:northwind' };
  expect(await ports.database.client.message.findFirst({ where: { key } })).toMatchObject({
    state: 'failed',
  });
  await tell(installationOf(teams.scene(cast.manager, rooms.shared), 'add'));
  expect(welcomed()).toHaveLength(1);
  await tell(
    updateOf(teams.scene(cast.manager, rooms.shared), 'teamMemberAdded', { membersAdded: [us()] }),
  );
  expect(welcomed()).toHaveLength(1);
});

describe('readers', () => {
  test('who reads a shared channel is known from the first word in it', async () => {
    const { teams, cast, rooms } = stage;
    await tell(messageOf(teams.scene(cast.lead, rooms.shared), { text: 'hello', mention: true }));
    expect(await placeOf(rooms.shared)).toMatchObject({
      outside: [customerTenant, 'guests:northwind.example'],
      parkedReason: null,
    });
  });

  test('a company nobody has settled parks the channel at once', async () => {
    const { teams, cast, rooms } = stage;
    await tell(messageOf(teams.scene(cast.lead, rooms.shared), { text: 'hello', mention: true }));
    rooms.shared.members = [...rooms.shared.members, cast.other];
    await tell(
      updateOf(teams.scene(cast.advocate, rooms.shared), 'channelShared', {
        channelData: { sharedWithTeams: [{ tenantId: cast.other.tenant }] },
      }),
    );
    expect((await placeOf(rooms.shared))?.parkedReason).toContain('nobody has settled');
    const before = teams.seen(rooms.shared).length;
    await tell(
      messageOf(teams.scene(cast.lead, rooms.shared), { text: 'what now?', mention: true }),
    );
    expect(teams.seen(rooms.shared)).toHaveLength(before);
  });

  test('a guest who joins the team parks a channel of our own', async () => {
    const { teams, cast, rooms } = stage;
    await tell(messageOf(teams.scene(cast.advocate, rooms.team), { text: 'help', mention: true }));
    expect((await placeOf(rooms.team))?.parkedReason).toBeNull();
    rooms.team.members = [...rooms.team.members, cast.guest];
    const joined = [{ id: memberId(cast.guest), aadObjectId: cast.guest.user }];
    await tell(
      updateOf(teams.scene(cast.advocate, rooms.team), 'teamMemberAdded', { membersAdded: joined }),
    );
    expect((await placeOf(rooms.team))?.parkedReason).toContain('outside our company');
  });

  test('a guest of whom Teams never told hears nothing that is said in a channel of our own', async () => {
    const { teams, cast, rooms } = stage;
    await tell(messageOf(teams.scene(cast.advocate, rooms.team), { text: 'help', mention: true }));
    const placeId = (await placeOf(rooms.team))?.id ?? '';
    const card = internalCard('answer', 'northwind', { body: [internal`They may leave.`] });
    const brief = async (key: string) => {
      const draft: Draft = { key, lane: 'replies', to: { placeId }, card };
      await stage.ports.database.trip(trip => sendMessage(trip, draft));
      await stage.runUntilIdle();
    };
    const said = () => teams.seen(rooms.team).filter(each => wordsOf(each).includes('may leave'));
    await brief('before');
    expect(said()).toHaveLength(1);
    rooms.team.members = [...rooms.team.members, cast.guest];
    await tell(messageOf(teams.scene(cast.guest, rooms.team), { text: 'oh, hello' }));
    await brief('after');
    expect(said()).toHaveLength(1);
    expect((await placeOf(rooms.team))?.parkedReason).toContain('outside our company');
  });

  test('while Teams does not say who reads it, a channel of our own takes nothing', async () => {
    const { teams, cast, rooms } = stage;
    await tell(messageOf(teams.scene(cast.advocate, rooms.team), { text: 'help', mention: true }));
    teams.faults.add({ fault: { status: 503 }, on: ({ kind }) => kind === 'members' });
    await tell(
      updateOf(teams.scene(cast.advocate, rooms.team), 'teamMemberAdded', {
        membersAdded: [{ id: '29:somebody' }],
      }),
    );
    expect((await placeOf(rooms.team))?.parkedReason).toContain('may have changed');
  });
});

describe('coming and going', () => {
  test('removed from a team, it is silent in every channel of it; added again, it goes on', async () => {
    const { teams, cast } = stage;
    const team = { id: '19:team@thread.tacv2', name: 'Rollouts' };
    const first = teams.channel({ id: team.id, team, name: 'General', members: [cast.advocate] });
    const second = teams.channel({ team, name: 'second', members: [cast.advocate] });
    for (const channel of [first, second]) {
      await tell(messageOf(teams.scene(cast.advocate, channel), { text: 'help', mention: true }));
    }
    await tell(installationOf(teams.scene(cast.advocate, first), 'remove'));
    const blocked = () =>
      stage.ports.database.client.teamsConversation.count({
        where: { conversation: { in: [first.id, second.id] }, blocked: { not: null } },
      });
    expect(await blocked()).toBe(2);
    expect((await placeOf(second))?.parkedReason).toBeTruthy();
    await tell(installationOf(teams.scene(cast.advocate, first), 'add'));
    expect(await blocked()).toBe(0);
  });

  test('a renamed channel is called by its new name, an archived team is silent until it is back', async () => {
    const { teams, cast, rooms } = stage;
    await tell(messageOf(teams.scene(cast.lead, rooms.shared), { text: 'hello', mention: true }));
    await tell(
      updateOf(teams.scene(cast.advocate, rooms.shared), 'channelRenamed', {
        channelData: { channel: { id: rooms.shared.id, name: 'northwind-night' } },
      }),
    );
    await tell(updateOf(teams.scene(cast.advocate, rooms.shared), 'teamArchived'));
    expect((await placeOf(rooms.shared))?.parkedReason).toContain('archived');
    await tell(updateOf(teams.scene(cast.advocate, rooms.shared), 'teamUnarchived'));
    expect((await placeOf(rooms.shared))?.parkedReason).toBeNull();
  });
});

describe('what becomes of a channel and its team', () => {
  test.each([
    ['channelDeleted', 'archived', null],
    ['channelRestored', null, null],
    ['teamArchived', 'archived', null],
    ['teamUnarchived', null, null],
    ['teamDeleted', 'not in it', 'removed'],
    ['teamHardDeleted', 'not in it', 'removed'],
    ['teamRestored', null, null],
    ['channelCreated', null, null],
    ['teamRenamed', null, null],
  ] as const)('%s: silent because %s, blocked because %s', async (event, parked, blocked) => {
    const { teams, cast, rooms, ports } = stage;
    await tell(messageOf(teams.scene(cast.lead, rooms.shared), { text: 'hello', mention: true }));
    await tell(updateOf(teams.scene(cast.advocate, rooms.shared), event));
    const reason = (await placeOf(rooms.shared))?.parkedReason ?? null;
    expect(reason).toEqual(parked === null ? null : expect.stringContaining(parked));
    const row = await ports.database.client.teamsConversation.findFirst({
      where: { conversation: rooms.shared.id },
    });
    const why = row?.blocked ?? null;
    expect(why).toEqual(blocked === null ? null : expect.stringContaining(blocked));
  });

  test('a member of one shared channel changes nothing in the rest of the team', async () => {
    const { teams, cast, ports } = stage;
    const team = { id: '19:team@thread.tacv2', name: 'Rollouts' };
    const rooms = ['first', 'second'].map(name =>
      teams.channel({ team, name, members: [cast.advocate] }),
    );
    for (const room of rooms)
      await tell(messageOf(teams.scene(cast.advocate, room), { text: 'help', mention: true }));
    const [first] = rooms as [Conversation];
    const joined = { membersAdded: [{ id: memberId(cast.lead), aadObjectId: cast.lead.user }] };
    const told = async (eventType: string) => {
      const before = await ports.database.client.inbox.count();
      await tell(updateOf(teams.scene(cast.advocate, first), eventType, joined));
      return (await ports.database.client.inbox.count()) - before;
    };
    expect(await told('channelMemberAdded')).toBe(1);
    expect(await told('teamMemberAdded')).toBe(2);
  });

  test('an upgrade of the app is neither a leaving nor a coming', async () => {
    const { teams, cast, rooms } = stage;
    const chat = rooms.personal(cast.manager);
    await tell(installationOf(teams.scene(cast.manager, chat), 'add'));
    await tell(installationOf(teams.scene(cast.manager, chat), 'remove-upgrade'));
    await tell(installationOf(teams.scene(cast.manager, chat), 'add-upgrade'));
    expect(teams.seen(chat)).toHaveLength(1);
  });
});

describe('who somebody is', () => {
  test('a colleague nobody listed is vendor side, a guest nobody listed is nobody', async () => {
    const { teams, cast, rooms, ports } = stage;
    const colleague = teams.person({ name: 'Petra Lindqvist' });
    const visitor = teams.person({
      name: 'Vera Visitor',
      guestOf: hostTenant,
      tenant: customerTenant,
    });
    rooms.team.members = [...rooms.team.members, colleague];
    rooms.shared.members = [...rooms.shared.members, colleague, visitor];
    for (const one of [colleague, visitor]) {
      await tell(
        messageOf(teams.scene(one, rooms.shared), { text: 'log northwind: note', mention: true }),
      );
    }
    const people = await ports.database.client.personIdentity.findMany({
      where: { user: { in: [colleague.user, visitor.user] } },
      include: { person: true },
    });
    expect(people.map(({ person }) => [person.name, person.side])).toEqual([
      ['Petra Lindqvist', 'vendor'],
    ]);
    const notes = await ports.database.client.event.findMany({ where: { kind: 'note' } });
    expect(notes).toHaveLength(1);
    expect(cast.advocate.tenant).toBe(hostTenant);
  });

  test('somebody of the customer through a shared channel is known by their own tenant', async () => {
    const { teams, rooms, cast, ports } = stage;
    const colleague = teams.person({ name: 'Carla Ortiz', tenant: customerTenant });
    rooms.shared.members = [...rooms.shared.members, colleague];
    await tell(messageOf(teams.scene(colleague, rooms.shared), { text: 'page', mention: true }));
    const row = await ports.database.client.personIdentity.findFirst({
      where: { user: colleague.user },
      include: { person: true },
    });
    expect(row).toMatchObject({
      workspace: customerTenant,
      person: { side: 'customer', customerId: 'northwind' },
    });
    const called = teams.seen(stage.rooms.personal(cast.advocate)).map(wordsOf).join();
    expect(called).toContain('Carla Ortiz');
  });

  test('while the roster is away, whoever is listed is served, and nobody becomes a colleague', async () => {
    const { teams, cast, rooms, ports } = stage;
    const stranger = teams.person({ name: 'Sam Stranger' });
    rooms.shared.members = [...rooms.shared.members, stranger];
    teams.faults.add({ fault: { status: 503 }, on: ({ kind }) => kind === 'members' });
    const chat = rooms.personal(cast.advocate);
    await tell(messageOf(teams.scene(cast.advocate, chat), { text: 'brief northwind' }));
    expect(wordsOf(teams.seen(chat)[0])).toContain('Northwind');
    await tell(
      messageOf(teams.scene(stranger, rooms.shared), { text: 'log northwind: x', mention: true }),
    );
    expect(await ports.database.client.event.count({ where: { kind: 'note' } })).toBe(0);
    const count = await ports.database.client.personIdentity.count({
      where: { user: stranger.user },
    });
    expect(count).toBe(0);
  });
});
