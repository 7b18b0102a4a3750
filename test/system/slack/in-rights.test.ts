import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formId } from '../../../src/adapters/slack/inbox/modal.ts';
import type { Raw } from '../../harness/slack/check-element.ts';
import type { FakeMessage } from '../../harness/slack/message-store.ts';
import type { FakeView } from '../../harness/slack/views.ts';
import { bot, type Front, ids, openFront } from './front.ts';

const vera = 'U0VERA';
/** A sample through Slack itself; every action, command and form is held to the table in test/system/conversation. */
const actors = {
  customer: { user: ids.lead, isOurs: false },
  'other customer': { user: ids.otherLead, isOurs: false },
  guest: { user: ids.guest, isOurs: false },
  vendor: { user: vera, isOurs: true },
  'advocate of another customer': { user: ids.otherAdvocate, isOurs: true },
  'person paged': { user: ids.advocate, isOurs: true },
} as const;

let front: Front;
let page: FakeMessage;
let words: FakeMessage;
const client = () => front.ports.database.client;

beforeAll(async () => {
  front = await openFront();
  front.slack.directory.addUser(vera, 'T0VEND', { name: 'Vera Unlisted' });
  const said = await front.says(ids.lead, ids.shared, `<@${bot}> page`);
  const found = said.find(({ channel }) => channel.startsWith('D'));
  if (!found) throw new Error('nobody was paged');
  page = found;
  const told = await front.slack.say(front.http, {
    user: ids.lead,
    channel: ids.shared,
    text: 'words to point at',
  });
  words = told.message;
  await front.runUntilIdle();
});
afterAll(async () => {
  await front.close();
  expect(front.complaints).toEqual([]);
});

const isButton =
  (action: string) =>
  ({ actionId }: { actionId: string }) =>
    actionId.startsWith(action);
const facts = (text: string) => client().event.count({ where: { text: { contains: text } } });
const pageState = async () => (await client().page.findFirstOrThrow()).state;

/** What of ours is in a shared channel now, as words. */
const inShared = () =>
  front.slack.messages
    .in(ids.shared)
    .filter(({ user }) => user === bot)
    .map(({ text }) => text)
    .join('\n');

describe.each(Object.entries(actors))('%s', (kind, { user, isOurs }) => {
  test('a button on a page counts for the person paged alone', async () => {
    if (kind === 'person paged') return;
    await front.hand(front.slack.acts.press(user, page, isButton('page.acknowledge')));
    await front.hand(front.slack.acts.press(user, page, isButton('page.reassign')));
    await front.runUntilIdle();
    expect(await pageState()).toBe('open');
  });

  test('"Add to timeline" is for the vendor’s people', async () => {
    const before = await facts('words to point at');
    const act = front.slack.acts.messageShortcut(user, 'handrail_log', words);
    await front.hand(act);
    await front.runUntilIdle();
    const isNew = (await facts('words to point at')) > before;
    // The first of them notes it; the others learn that it is noted already.
    if (!isOurs) expect(isNew).toBe(false);
  });

  test('a form of ours sent by somebody else does nothing', async () => {
    const text = `filled in by ${user}`;
    const forged = {
      id: `V0${user}`,
      user,
      team: 'T0VEND',
      type: 'modal',
      rootId: '',
      previousId: null,
      hash: 'h',
      isOpen: true,
      view: {
        type: 'modal',
        callback_id: formId('log'),
        private_metadata: JSON.stringify({ zone: 'Europe/London', in: null }),
        blocks: [],
      },
    } as unknown as FakeView;
    const picked = (value: string): Raw => ({ type: 'static_select', selected_option: { value } });
    const state = {
      customer: { customer: picked('northwind') },
      text: { text: { type: 'plain_text_input', value: text } },
      visibility: { visibility: picked('internal') },
    };
    await front.hand(front.slack.acts.submit(forged, state));
    await front.runUntilIdle();
    expect(await facts(text)).toBe(isOurs ? 1 : 0);
  });

  test('a command, written or given by the slash, is for the vendor’s people', async () => {
    const written = `canary of ${user}`;
    await front.slack.say(front.http, {
      user,
      channel: ids.shared,
      text: `<@${bot}> log northwind: ${written}`,
    });
    await front.runUntilIdle();
    const noted = await client().event.count({
      where: { kind: 'note', text: { contains: written } },
    });
    expect(noted).toBe(isOurs ? 1 : 0);
    if (front.slack.directory.users.get(user)?.team !== 'T0VEND') return;
    await front.hand(
      front.slack.acts.command(user, ids.internal, `log northwind: slashed ${written}`),
    );
    await front.runUntilIdle();
    expect(await facts(`slashed ${written}`)).toBe(isOurs ? 1 : 0);
  });

  test('nothing internal is in the shared channel for it', () => {
    expect(inShared()).not.toMatch(/Lakeside|Logged for|Level 1 of/);
  });
});

test('and the person paged takes it', async () => {
  await front.hand(front.slack.acts.press(ids.advocate, page, isButton('page.acknowledge')));
  await front.runUntilIdle();
  expect(await pageState()).toBe('acknowledged');
});
