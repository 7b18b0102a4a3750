import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  installationOf,
  messageAction,
  messageOf,
  pressOf,
  submitOf,
} from '../../harness/teams/activities.ts';
import { buttonOf, openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

let stage: TeamsStage;
beforeEach(async () => {
  stage = await openTeamsStage();
});
afterEach(() => stage.close());

/** The newest thing that is to be seen in a conversation. */
function newest(conversation: Parameters<TeamsStage['teams']['seen']>[0]) {
  return stage.teams.seen(conversation).at(-1);
}

async function says(
  who: Parameters<TeamsStage['teams']['scene']>[0],
  where: Parameters<TeamsStage['teams']['scene']>[1],
  text: string,
  { mention = true, root = null as string | null } = {},
) {
  const scene = stage.teams.scene(who, where, root);
  const answered = await stage.teams.deliver(messageOf(scene, { text, mention }));
  expect(answered.status).toBe(200);
  await stage.runUntilIdle();
  return scene;
}

describe('a customer in a shared channel', () => {
  test('who asks what is happening reads it in the thread of their question', async () => {
    const { cast, rooms } = stage;
    const scene = await says(cast.lead, rooms.shared, "what's happening now?");
    const answer = newest(rooms.shared);
    expect(wordsOf(answer)).toContain('Back up the old system');
    expect(answer).toMatchObject({ root: scene.id });
  });

  test('whose call Teams delivers hours later wakes nobody, and reads when it was written', async () => {
    const { teams, cast, rooms } = stage;
    const scene = teams.scene(cast.lead, rooms.shared, null);
    const at = new Date(scene.at.getTime() - 3 * 60 * 60_000);
    await teams.deliver(messageOf({ ...scene, at }, { text: 'please get someone', mention: true }));
    await stage.runUntilIdle();
    expect(wordsOf(newest(rooms.shared))).toContain('You wrote this');
    expect(teams.seen(rooms.personal(cast.advocate)).map(wordsOf).join()).not.toContain(
      '[I have it]',
    );
  });

  test('who presses a button sees the card change in the answer itself, and nobody is called twice', async () => {
    const { teams, cast, rooms, runUntilIdle } = stage;
    await says(cast.lead, rooms.shared, "what's happening now?");
    const card = newest(rooms.shared);
    const data = buttonOf(card, 'page.raise');
    const scene = teams.scene(cast.lead, rooms.shared, String(card?.root));
    const press = pressOf(scene, { data, on: String(card?.id) });
    const [first, second] = await Promise.all([
      teams.deliver(press),
      teams.deliver({ ...press, id: `${scene.id}-again` }),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body).toMatchObject({ statusCode: 200 });
    await runUntilIdle();
    const calls = teams.seen(rooms.personal(cast.advocate)).map(wordsOf);
    expect(calls.filter(text => text.includes('[I have it]'))).toHaveLength(1);
    expect(teams.cardProblems).toEqual([]);
  });

  test('an old client that knows no Action.Execute does the same with its message', async () => {
    const { teams, cast, rooms, runUntilIdle } = stage;
    await says(cast.lead, rooms.shared, "what's happening now?");
    const card = newest(rooms.shared);
    const data = buttonOf(card, 'page.raise');
    const scene = teams.scene(cast.lead, rooms.shared, String(card?.root));
    await teams.deliver(submitOf(scene, { data, on: String(card?.id) }));
    await runUntilIdle();
    expect(wordsOf(newest(rooms.personal(cast.advocate)))).toContain('[I have it]');
  });

  test('a guest of the vendor is served as the customer they are', async () => {
    const { cast, rooms } = stage;
    await says(cast.guest, rooms.shared, 'page');
    expect(wordsOf(newest(rooms.personal(cast.advocate)))).toContain('Grace Kim');
  });

  test('what people say to each other is heard and not answered', async () => {
    const { teams, cast, rooms } = stage;
    await says(cast.lead, rooms.shared, 'see you tomorrow', { mention: false });
    expect(teams.seen(rooms.shared)).toEqual([]);
  });
});

describe('the vendor', () => {
  test('who installs the app sees their home, and again when they say hello', async () => {
    const { teams, cast, rooms, runUntilIdle } = stage;
    const chat = rooms.personal(cast.manager);
    await teams.deliver(installationOf(teams.scene(cast.manager, chat), 'add'));
    await teams.deliver(installationOf(teams.scene(cast.manager, chat), 'add'));
    await runUntilIdle();
    expect(teams.seen(chat)).toHaveLength(1);
    expect(wordsOf(newest(chat))).toContain('Northwind');
    await says(cast.manager, chat, 'hello', { mention: false });
    expect(teams.seen(chat)).toHaveLength(2);
    expect(teams.cardProblems).toEqual([]);
  });

  test('"log" alone gives the form, and the form adds to the timeline', async () => {
    const { teams, cast, rooms, runUntilIdle, ports } = stage;
    const chat = rooms.personal(cast.advocate);
    await says(cast.advocate, chat, 'log', { mention: false });
    const data = buttonOf(newest(chat), 'log');
    const scene = () => teams.scene(cast.advocate, chat);
    const invoke = (name: string, value: unknown) => ({
      ...messageOf(scene(), { text: '' }),
      type: 'invoke',
      name,
      value,
    });
    const opened = await teams.deliver(invoke('task/fetch', { data }));
    const task = (opened.body as { task: { type: string; value: { card: unknown } } }).task;
    expect(task.type).toBe('continue');
    const submit = buttonOf({ attachments: [task.value.card] }, 'log');
    const filled = {
      ...submit,
      customer: 'northwind',
      text: 'The batch is through',
      readers: 'us',
    };
    const done = await teams.deliver(invoke('task/submit', { data: filled }));
    expect(done.body).toMatchObject({ task: { type: 'message' } });
    await runUntilIdle();
    const facts = await ports.database.client.event.findMany({ where: { kind: 'note' } });
    expect(facts.map(({ text, visibility }) => [text, visibility])).toEqual([
      ['The batch is through', 'internal'],
    ]);
  });

  test('a message can be added to the timeline from its menu, once', async () => {
    const { teams, cast, rooms, runUntilIdle, ports } = stage;
    const said = await says(cast.lead, rooms.shared, 'the totals look odd', { mention: false });
    const pick = () =>
      teams.deliver(
        messageAction(teams.scene(cast.advocate, rooms.shared, said.id), {
          name: 'composeExtension/fetchTask',
          commandId: 'handrail_log',
          message: { id: said.id, text: 'the totals look odd', author: cast.lead },
        }),
      );
    await Promise.all([pick(), pick()]);
    await runUntilIdle();
    const facts = await ports.database.client.event.findMany({ where: { kind: 'note' } });
    expect(facts).toHaveLength(1);
    expect(facts[0]?.text).toContain('the totals look odd');
  });
});
