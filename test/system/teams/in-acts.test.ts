import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { messageOf, pressOf } from '../../harness/teams/activities.ts';
import type { Conversation, Member } from '../../harness/teams/people.ts';
import { buttonOf, openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

let stage: TeamsStage;
beforeEach(async () => {
  stage = await openTeamsStage();
});
afterEach(() => stage.close());

const client = () => stage.ports.database.client;
const newest = (where: Conversation) => stage.teams.seen(where).at(-1);

async function says(who: Member, where: Conversation, text: string) {
  const scene = stage.teams.scene(who, where);
  await stage.teams.deliver(messageOf(scene, { text, mention: true }));
  await stage.runUntilIdle();
  return scene;
}

/** Teams tells of an emoji on a message of ours, by the code and the name it has there. */
async function reacts(who: Member, where: Conversation, type: string) {
  const card = newest(where);
  const scene = stage.teams.scene(who, where, String(card?.root));
  await stage.teams.deliver({
    ...messageOf(scene, { text: '' }),
    type: 'messageReaction',
    replyToId: String(card?.id),
    reactionsAdded: [{ type }],
  });
  await stage.runUntilIdle();
}

/** The one who has the page opens the dialog behind "Pass on, with a word". */
async function openPassDialog() {
  const { teams, cast, rooms } = stage;
  const chat = rooms.personal(cast.advocate);
  await says(cast.lead, rooms.shared, 'page: nobody can post');
  const card = teams.seen(chat).find(one => wordsOf(one).includes('[I have it]'));
  const press = buttonOf(card, 'page.acknowledge');
  await teams.deliver(
    pressOf(teams.scene(cast.advocate, chat), { data: press, on: String(card?.id) }),
  );
  await stage.runUntilIdle();
  const mine = teams.seen(chat).find(one => wordsOf(one).includes('[Pass on, with a word]'));
  const opened = await invoke('task/fetch', buttonOf(mine, 'hand-over'));
  return (opened.body as { task: { type: string; value: { card: unknown } } }).task;
}

async function invoke(name: string, data: unknown) {
  const { teams, cast, rooms } = stage;
  const scene = teams.scene(cast.advocate, rooms.personal(cast.advocate));
  return teams.deliver({
    ...messageOf(scene, { text: '' }),
    type: 'invoke',
    name,
    value: { data },
  });
}

test('Pass on, with a word: the dialog asks for impact, tried and needed, and whoever comes next reads them', async () => {
  const task = await openPassDialog();
  expect(task.type).toBe('continue');
  const form = JSON.stringify(task.value.card);
  for (const label of ['What it does to the customer', 'What was tried', 'What is needed now'])
    expect(form).toContain(label);
  const submit = buttonOf({ attachments: [task.value.card] } as never, 'hand-over');
  const filled = { ...submit, impact: 'payroll waits', tried: 'restarted the queue' };
  const done = await invoke('task/submit', filled);
  await invoke('task/submit', filled);
  expect(done.body).toMatchObject({ task: { type: 'message' } });
  await stage.runUntilIdle();
  const passed = await client().event.findMany({ where: { kind: 'page.reassigned' } });
  expect(passed.map(({ data }) => data)).toEqual([
    expect.objectContaining({
      handOver: { impact: 'payroll waits', tried: 'restarted the queue', needed: null },
    }),
  ]);
  const read = (await client().message.findMany({ where: { name: 'page' } }))
    .filter(({ toPersonId }) => toPersonId !== 'adv-1')
    .map(({ text }) => text);
  expect(read.join('\n')).toMatch(/payroll waits[\s\S]*restarted the queue/);
  expect(stage.teams.cardProblems).toEqual([]);
});

test('🔇 on a message of ours makes us quiet in its thread, and says so once', async () => {
  const { cast, rooms } = stage;
  await says(cast.lead, rooms.shared, 'what is next?');
  const root = newest(rooms.shared)?.root;
  await reacts(cast.lead, rooms.shared, '1f507_speakermuted');
  expect(newest(rooms.shared)).toMatchObject({ root });
  expect(wordsOf(newest(rooms.shared))).toContain("I'll be quiet in this thread");
  const before = stage.teams.seen(rooms.shared).length;
  await reacts(cast.guest, rooms.shared, '1f507_speakermuted');
  await reacts(cast.lead, rooms.shared, 'like');
  expect(stage.teams.seen(rooms.shared)).toHaveLength(before);
  expect(await client().quietThread.count()).toBe(1);
});

test("a customer's own emoji on a message of ours raises a hand: the advocate has its words, a person is offered", async () => {
  const { cast, rooms } = stage;
  await client().customer.update({ where: { id: 'northwind' }, data: { handEmoji: ['🙋'] } });
  await says(cast.lead, rooms.shared, 'what is next?');
  await reacts(cast.lead, rooms.shared, '1f64b_happypersonraisinghand');
  expect(wordsOf(newest(rooms.shared))).toMatch(
    /I've seen your hand[\s\S]*Shall I get someone now\?/,
  );
  const told = await client().message.findMany({ where: { text: { contains: 'raises a hand' } } });
  expect(told.map(({ toPersonId }) => toPersonId)).toContain('adv-1');
});

test('on their own message, of which Teams tells us nothing, the same two are said in words', async () => {
  const { cast, rooms } = stage;
  const scene = await says(cast.lead, rooms.shared, 'what is next?');
  const inThread = stage.teams.scene(cast.lead, rooms.shared, scene.id);
  await stage.teams.deliver(messageOf(inThread, { text: 'quiet in this thread', mention: true }));
  await stage.runUntilIdle();
  expect(await client().quietThread.count()).toBe(1);
  await says(cast.lead, rooms.shared, 'can somebody look at the labels, please?');
  expect(wordsOf(newest(rooms.shared))).toMatch(/Shall I get someone|I've paged|told/);
});
