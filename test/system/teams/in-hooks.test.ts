import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Activity,
  activityOf,
  installationOf,
  invokeOf,
  messageOf,
  pressOf,
  updateOf,
} from '../../harness/teams/activities.ts';
import { buttonOf, openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

// What botbuilder does between the gate and us: it tells activities apart, and nothing else.
let stage: TeamsStage;
/** What the world says to whoever opens a form, in the place of the form. */
let fault: unknown;
beforeEach(async () => {
  fault = null;
  stage = await openTeamsStage({
    behind: world => ({
      ...world,
      openForm: async ask => {
        if (fault !== null) throw fault;
        return world.openForm(ask);
      },
    }),
  });
});
afterEach(() => stage.close());

/** Every invoke that botbuilder has a hook for, and one it never heard of. */
const invokes = [
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'composeExtension/selectItem',
  'composeExtension/querySettingUrl',
  'composeExtension/setting',
  'composeExtension/onCardButtonClicked',
  'actionableMessage/executeAction',
  'application/search',
  'config/fetch',
  'config/submit',
  'fileConsent/invoke',
  'signin/verifyState',
  'signin/tokenExchange',
  'tab/fetch',
  'tab/submit',
  'handoff/action',
  '',
];

const values = [undefined, null, 'text', [], {}, { action: null }, { action: 'accept' }];
const previews = [
  { action: { type: 'Action.Submit', data: {} } },
  { data: null, commandId: 5, botMessagePreviewAction: 'send' },
];

/** Every event about a place that botbuilder has a hook for, and some it never heard of. */
const placeEvents = [
  ...['channelCreated', 'channelDeleted', 'channelRenamed', 'channelRestored', 'channelShared'],
  ...['channelUnshared', 'channelMemberAdded', 'channelMemberRemoved'],
  ...['teamArchived', 'teamDeleted', 'teamHardDeleted', 'teamRenamed', 'teamRestored'],
  ...['teamUnarchived', 'teamMemberAdded', 'teamMemberRemoved', 'somethingNew', ''],
];

const otherTypes = [
  { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: null },
  { type: 'event', name: 'application/vnd.microsoft.readReceipt' },
  { type: 'event', name: 'tokens/response' },
  { type: 'messageUpdate', channelData: { eventType: 'editMessage' } },
  { type: 'messageReaction', reactionsAdded: [], reactionsRemoved: [{ type: 'like' }] },
  ...['messageUpdate', 'messageDelete', 'messageReaction', 'typing', 'endOfConversation'],
  ...['command', 'commandResult', 'handoff', 'trace', 'suggestion', 'somethingNew'],
].map(each => (typeof each === 'string' ? { type: each } : each));

async function statusOf(activity: Activity): Promise<number> {
  return (await stage.teams.post(activity)).status;
}

describe('what nobody expects', () => {
  test('an unknown invoke is answered that we do not know it, and leaves no trace', async () => {
    const { teams, cast, rooms, ports, runUntilIdle } = stage;
    const scene = () => teams.scene(cast.lead, rooms.shared);
    await teams.post(messageOf(scene(), { text: 'help', mention: true }));
    await runUntilIdle();
    const rows = await ports.database.client.inbox.count();
    const { status, body } = await teams.post(invokeOf(scene(), 'handoff/action', { a: 1 }));
    expect([status, body]).toEqual([501, null]);
    await runUntilIdle();
    expect(await ports.database.client.inbox.count()).toBe(rows);
  });

  test('invokes of every name, with values nobody would expect, are refused and never a fault of ours', async () => {
    const { teams, cast, rooms } = stage;
    for (const name of invokes) {
      for (const value of [...values, ...previews]) {
        const status = await statusOf(invokeOf(teams.scene(cast.lead, rooms.shared), name, value));
        expect([name, value, [400, 501].includes(status)]).toEqual([name, value, true]);
      }
    }
    expect(stage.complaints).toEqual([]);
  });

  test('activities of every other kind are taken, also without anything in them', async () => {
    const { teams, cast, rooms } = stage;
    for (const parts of otherTypes) {
      const activity = activityOf(teams.scene(cast.lead, rooms.shared), parts);
      expect([parts, await statusOf(activity)]).toEqual([parts, 200]);
      const bare = { ...activity, channelData: undefined, recipient: undefined, from: undefined };
      expect([parts, 'bare', await statusOf(bare)]).toEqual([parts, 'bare', 200]);
    }
    expect(stage.complaints).toEqual([]);
  });

  test('the home is shown in the chat, whatever mode of delivery is asked for', async () => {
    const { teams, cast, rooms } = stage;
    const chat = rooms.personal(cast.advocate);
    const home = messageOf(teams.scene(cast.advocate, chat), { text: 'home' });
    expect(await statusOf({ ...home, deliveryMode: 'expectReplies' })).toBe(200);
    expect(teams.seen(chat).map(wordsOf)).toEqual([expect.stringContaining('Northwind')]);
  });
});

describe('nothing is lost on the way through botbuilder', () => {
  test.each(['NotImplemented', 'BadRequest', 'the database is away'])(
    'a dialog whose form throws "%s" is answered 503, and opens when it is asked for again',
    async message => {
      const { teams, cast, rooms } = stage;
      const chat = rooms.personal(cast.advocate);
      const handrail = { do: 'open-form', form: 'log', nonce: 'n' };
      for (const name of ['task/fetch', 'composeExtension/submitAction']) {
        const value = { commandId: 'handrail_log', data: { handrail } };
        const ask = invokeOf(teams.scene(cast.advocate, chat), name, value);
        fault = new Error(message);
        const refused = await teams.post(ask);
        expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
        expect(JSON.stringify(refused.body)).not.toContain(message);
        fault = null;
        const { status, body } = await teams.deliver({ ...ask, id: `${ask.id}-again` });
        expect([status, body]).toMatchObject([200, { task: { type: 'continue' } }]);
      }
      expect(stage.complaints.join()).not.toContain(message);
    },
  );

  test('a press that could not be written down is answered 503, and done once when it is sent again', async () => {
    const { teams, cast, rooms, ports, runUntilIdle } = stage;
    const scene = () => teams.scene(cast.lead, rooms.shared);
    await teams.post(messageOf(scene(), { text: "what's happening now?", mention: true }));
    await runUntilIdle();
    const [card] = teams.seen(rooms.shared);
    const press = pressOf(scene(), { data: buttonOf(card, 'page.raise'), on: String(card?.id) });
    const { client } = ports.database;
    await client.$executeRawUnsafe('ALTER TABLE inbox RENAME TO inbox_away');
    expect(await statusOf(press)).toBe(503);
    await client.$executeRawUnsafe('ALTER TABLE inbox_away RENAME TO inbox');
    expect((await teams.deliver({ ...press, id: `${press.id}-1` })).status).toBe(200);
    expect((await teams.deliver({ ...press, id: `${press.id}-2` })).status).toBe(200);
    await runUntilIdle();
    expect(await client.page.count()).toBe(1);
  });

  test('what a button carries is kept as it is, whatever a client calls its kind', async () => {
    const { teams, cast, rooms, runUntilIdle } = stage;
    const scene = () => teams.scene(cast.lead, rooms.shared);
    await teams.post(messageOf(scene(), { text: "what's happening now?", mention: true }));
    await runUntilIdle();
    const [card] = teams.seen(rooms.shared);
    const press = pressOf(scene(), { data: buttonOf(card, 'page.raise'), on: String(card?.id) });
    const { action } = press.value as { action: Activity };
    const { status } = await teams.post({ ...press, value: { action: { data: action.data } } });
    expect(status).toBe(200);
    await runUntilIdle();
    expect(wordsOf(teams.seen(rooms.personal(cast.advocate)).at(-1))).toContain('[I have it]');
  });
});

test('botbuilder opens no connection, whatever Teams posts', async () => {
  const { teams, cast, rooms, runUntilIdle } = stage;
  const heard: { readonly to: string; readonly by: unknown }[] = [];
  const hear = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    heard.push({ to: `http://${request.getHeader('host')}`, by: request.getHeader('user-agent') });
  };
  subscribe('http.client.request.start', hear);
  const scene = () => teams.scene(cast.advocate, rooms.shared);
  const moved = [{ id: '29:somebody-new' }, { id: teams.botId }];
  const activities = [
    messageOf(scene(), { text: 'hello', mention: true }),
    messageOf(teams.scene(cast.advocate, rooms.personal(cast.advocate)), { text: 'home' }),
    ...['add', 'add-upgrade', 'remove-upgrade', 'remove'].map(each =>
      installationOf(scene(), each),
    ),
    ...placeEvents.map(each => updateOf(scene(), each)),
    updateOf(scene(), 'teamMemberAdded', { membersAdded: moved }),
    updateOf(scene(), 'channelMemberAdded', { membersAdded: moved.slice(0, 1) }),
    updateOf(scene(), 'teamMemberRemoved', { membersRemoved: moved }),
    ...otherTypes.map(parts => activityOf(scene(), parts)),
    ...invokes.map(name => invokeOf(scene(), name, {})),
  ];
  for (const activity of activities) {
    const { status } = await teams.post(activity);
    expect([activity.type, activity.name, [200, 400, 501].includes(status)]).toEqual([
      activity.type,
      activity.name,
      true,
    ]);
  }
  await runUntilIdle();
  unsubscribe('http.client.request.start', hear);
  // Our own client calls itself nothing, and calls the connector that is named in the settings.
  const others = heard.filter(({ to, by }) => to !== teams.loginUrl || by !== undefined);
  expect(others).toEqual([]);
  expect(heard.length).toBeGreaterThan(0);
  expect(stage.complaints).toEqual([]);
});
