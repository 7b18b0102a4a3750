import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { bot, type Front, ids, openFront, until } from './front.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(async () => {
  await front.close();
  expect(front.complaints).toEqual([]);
});
beforeEach(async () => {
  await front.runUntilIdle();
  await front.ports.database.client.inbox.deleteMany();
});

const at = (text: string) => `<@${bot}> ${text}`;

/** What becomes of one message of the customer's leader in the shared channel. */
async function heard(text: string, more: Record<string, unknown> = {}): Promise<Inbound[]> {
  const { envelopes } = front.slack.speak({ user: ids.lead, channel: ids.shared, text });
  const changed = envelopes.map(({ type, payload }) => ({
    type,
    payload: { ...payload, event: { ...(payload.event as object), ...more } },
  }));
  await front.hand(...changed);
  return front.inbound();
}

const isButton =
  (action: string) =>
  ({ actionId }: { actionId: string }) =>
    actionId.startsWith(action);

const wordsOf = ([inbound]: Inbound[]) =>
  inbound?.said.kind === 'text' ? inbound.said.text : inbound?.said;

describe('what people say', () => {
  test('a mention is answered once, though Slack tells it twice', async () => {
    const said = await front.says(ids.lead, ids.shared, at("what's happening now?"));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ channel: ids.shared, threadTs: null });
    expect(said[0]?.text).toContain('Back up the old system');
    expect(await front.inbox()).toHaveLength(1);
  });

  test('a direct message of the advocate is a command, answered directly', async () => {
    const { directory } = front.slack;
    const nora = directory.users.get(ids.advocate);
    if (!nora) throw new Error('no advocate');
    const direct = directory.directChannel(bot, nora);
    const said = await front.says(ids.advocate, direct.id, 'brief northwind');
    expect(said.map(({ channel }) => channel)).toEqual([direct.id]);
    expect(said[0]?.text).toContain('Northwind');
  });

  test('a reply in a thread of ours needs no mention', async () => {
    const [asked] = await front.says(ids.lead, ids.shared, at("what's happening now?"));
    await front.ports.database.client.inbox.deleteMany();
    await front.slack.say(front.http, {
      user: ids.lead,
      channel: ids.shared,
      text: 'who is on duty?',
      threadTs: asked?.ts ?? '',
    });
    const [inbound] = await front.inbound();
    expect(inbound).toMatchObject({ addressed: false, threadOf: `${ids.shared}/${asked?.ts}` });
  });

  test('typing "page" fetches the advocate, and the receipt is edited in place', async () => {
    const said = await front.says(ids.lead, ids.shared, at('page'));
    const receipt = said.find(({ channel }) => channel === ids.shared);
    const page = said.find(({ channel }) => channel.startsWith('D'));
    expect(page?.text).toContain('Northwind');
    if (!page) throw new Error('nobody was paged');
    await front.hand(front.slack.acts.press(ids.advocate, page, isButton('page.acknowledge')));
    await front.runUntilIdle();
    const edited = front.slack.messages.find(ids.shared, receipt?.ts ?? '');
    expect(edited?.text).toContain('✅');
    expect(edited?.editedTs).not.toBeNull();
  });

  test.each([
    ['entities', 'a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['an entity written out', '&amp;lt;', '&lt;'],
    ['people by their names', `ask <@${ids.backup}> please`, 'ask @Idris Bello please'],
    ['channels', 'see <#C0X|general> and <#C0Y>', 'see #general and #channel'],
    [
      'links',
      '<https://x.example/a|the page> <https://y.example>',
      'the page (https://x.example/a) https://y.example',
    ],
    ['mail', '<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['calls to everybody', '<!here> <!subteam^S1|@team>', '@here @team'],
    ['emphasis', '*this* is _very_ `odd`', 'this is very odd'],
    ['arithmetic left alone', '2*3*4 and a_b_c', '2*3*4 and a_b_c'],
    ['thumbs', ':+1::skin-tone-3:', '👍'],
  ])('turns %s into plain words', async (_what, text, words) => {
    expect(wordsOf(await heard(text))).toBe(words);
  });

  test.each([
    ['at the beginning', `<@${bot}>, page`, 'page'],
    ['in the middle', `please <@${bot}> page`, 'please page'],
    ['typed by hand', '@Handrail page', 'page'],
    ['and nothing else', `<@${bot}>`, 'help'],
  ])('drops its own name %s', async (_where, text, words) => {
    const all = await heard(text);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ addressed: true });
    expect(wordsOf(all)).toBe(words);
  });

  test('emoji are what the message says they are', async () => {
    const blocks = [
      { type: 'rich_text', elements: [{ type: 'emoji', name: 'otter', unicode: '1f9a6' }] },
    ];
    expect(wordsOf(await heard('an :otter: :unknown_thing:', { blocks }))).toBe(
      'an 🦦 :unknown_thing:',
    );
  });

  test.each([
    ['its own words', { user: bot }],
    ['another bot', { bot_id: 'B0OTHER', user: 'U0OTHERBOT' }],
    ['a bot that looks like a person', { user: 'U0OTHERBOT' }],
    ["Slack's own reminders", { user: 'USLACKBOT' }],
    ['what an unlisted person posts through an app', { bot_id: 'B0OTHER', user: ids.stranger }],
    ['an edit without its words', { subtype: 'message_changed' }],
    [
      'a link that Slack has looked up',
      { subtype: 'message_changed', message: { user: ids.lead, ts: '1.1', text: 'page' } },
    ],
    ['a deletion', { subtype: 'message_deleted' }],
    ['somebody joining', { subtype: 'channel_join' }],
    ['a file without words', { subtype: 'file_share', text: '' }],
    ['what is hidden', { hidden: true }],
  ])('takes no notice of %s', async (_what, more) => {
    expect(await heard('hello there', more)).toEqual([]);
  });

  test('hears what a listed person posts through an app', async () => {
    expect(wordsOf(await heard('hello there', { bot_id: 'B0OTHER' }))).toBe('hello there');
  });

  test('writes an edit down as one, beside the first words', async () => {
    const message = { user: ids.lead, ts: '1.1', text: 'page', edited: { ts: '2.2' } };
    const all = await heard('', { subtype: 'message_changed', hidden: true, message });
    expect(all).toMatchObject([{ edited: true, ref: expect.stringContaining('1.1') }]);
    expect(wordsOf(all)).toBe('page');
  });

  test.each(['file_share', 'thread_broadcast', 'me_message'])('hears a %s', async subtype => {
    expect(await heard('hello there', { subtype })).toHaveLength(1);
  });
});

describe('who they are', () => {
  const fromOf = async (more: Record<string, unknown>) => (await heard('hello', more))[0]?.from;

  test('the leader is of the customer, whichever team the envelope names', async () => {
    for (const teamId of ['installed', 'author'] as const) {
      await front.ports.database.client.inbox.deleteMany();
      const speech = { user: ids.lead, channel: ids.shared, text: 'hello', teamId };
      await front.slack.say(front.http, speech);
      const [inbound] = await front.inbound();
      expect(inbound).toMatchObject({
        from: { platform: 'slack', workspace: 'T0CUST', user: ids.lead },
        in: { workspace: 'T0VEND', channel: ids.shared },
      });
    }
  });

  test('a guest of ours is known to be one', async () => {
    await front.slack.say(front.http, { user: ids.guest, channel: ids.shared, text: 'hi' });
    const [inbound] = await front.inbound();
    expect(inbound?.from).toMatchObject({ workspace: 'T0VEND', profile: { isGuest: true } });
  });

  test('somebody of whom nothing is known is outside', async () => {
    expect(await fromOf({ user: 'U0NOBODY', user_team: null, team: null })).toEqual({
      platform: 'slack',
      workspace: 'unknown',
      user: 'U0NOBODY',
    });
  });

  test('where the payload and the directory disagree, somebody is not one of ours', async () => {
    expect(await fromOf({ user: ids.stranger, user_team: 'T0VEND' })).not.toMatchObject({
      workspace: 'T0CUST',
      profile: { isGuest: true },
    });
    await front.runUntilIdle();
    const { side } = (await front.ports.database.client.person.findFirst({
      where: { identities: { some: { user: ids.stranger } } },
    })) ?? { side: 'nobody' };
    expect(side).not.toBe('vendor');
  });
});

describe('marks and emoji', () => {
  test('👀 when it is taken, ✅ once it is done', async () => {
    const { message } = await front.slack.say(front.http, {
      user: ids.lead,
      channel: ids.shared,
      text: at("what's happening now?"),
    });
    const marks = () => [...message.reactions].filter(([, users]) => users.size > 0);
    await until(() => marks().some(([name]) => name === 'eyes'));
    await front.runUntilIdle();
    await until(
      () =>
        marks()
          .map(([name]) => name)
          .join() === 'white_check_mark',
    );
  });

  test('the pin of a colleague adds the message to the timeline, a customer’s is talk', async () => {
    const { client } = front.ports.database;
    const { message } = await front.slack.say(front.http, {
      user: ids.lead,
      channel: ids.shared,
      text: 'the nightly batch ran at four',
    });
    await front.hand(front.slack.happens.reacted(ids.lead, 'pushpin', message));
    await front.runUntilIdle();
    expect(await client.event.count({ where: { text: { contains: 'nightly batch' } } })).toBe(0);
    await front.hand(front.slack.happens.reacted(ids.advocate, 'pushpin', message));
    await front.hand(front.slack.happens.reacted(ids.advocate, 'pushpin', message));
    await front.runUntilIdle();
    const facts = await client.event.findMany({ where: { text: { contains: 'nightly batch' } } });
    expect(facts.map(({ visibility, customerId }) => [visibility, customerId])).toEqual([
      ['internal', 'northwind'],
    ]);
  });

  test('🔇 on our message makes us quiet in its thread, and a customer’s own emoji raises a hand', async () => {
    const { client } = front.ports.database;
    const answer = async (text: string, threadTs?: string) => {
      const count = front.slack.messages.in(ids.shared).length;
      await heard(text, threadTs ? { thread_ts: threadTs } : {});
      await front.runUntilIdle();
      return front.slack.messages.in(ids.shared).slice(count);
    };
    const [ours] = (await answer(at('what is next?'))).filter(({ user }) => user !== ids.lead);
    if (!ours) throw new Error('Nobody answered.');
    await front.hand(front.slack.happens.reacted(ids.lead, 'mute', ours));
    await front.hand(front.slack.happens.reacted(ids.advocate, 'mute', ours));
    await front.runUntilIdle();
    const newest = () => front.slack.messages.in(ids.shared).at(-1);
    expect(newest()).toMatchObject({ threadTs: ours.ts });
    expect(newest()?.text).toContain("I'll be quiet in this thread");
    expect(await client.quietThread.count()).toBe(1);
    const resolvedAt = front.ports.clock.now();
    await client.page.updateMany({ data: { state: 'resolved', openKey: null, resolvedAt } });
    await client.customer.update({
      where: { id: 'northwind' },
      data: { handEmoji: [':raised_hand:'] },
    });
    const { message } = await front.slack.say(front.http, {
      user: ids.lead,
      channel: ids.shared,
      text: 'the labels look odd today',
    });
    await front.hand(front.slack.happens.reacted(ids.lead, 'raised_hand::skin-tone-3', message));
    await front.hand(front.slack.happens.reacted(ids.lead, 'eyes', message));
    await front.runUntilIdle();
    expect(newest()?.text).toMatch(/I've seen your hand and told .+\sShall I get someone now\?/s);
    expect(newest()).toMatchObject({ threadTs: message.ts });
    const told = await client.message.findMany({
      where: { text: { contains: 'raises a hand' } },
      orderBy: { seq: 'asc' },
    });
    expect(told.map(({ name, toPersonId, audience }) => [name, toPersonId, audience])).toEqual([
      ['course', null, 'internal'],
      ['task', 'nora', 'internal'],
    ]);
  });
});

describe('what Slack delivers again', () => {
  test('a call that Slack delivers hours later wakes nobody, and says when it was written', async () => {
    const pages = () => front.ports.database.client.page.count();
    const before = await pages();
    const ts = `${Math.floor(front.ports.clock.now().getTime() / 1_000) - 3 * 3_600}.000100`;
    const [inbound] = await heard(at('please get someone'), { ts, event_ts: ts });
    expect(inbound?.saidAt).toBe(new Date(Number(ts) * 1_000).toISOString());
    await front.runUntilIdle();
    expect(await pages()).toBe(before);
    expect(front.slack.messages.in(ids.shared).at(-1)?.text).toContain('You wrote this');
  });
});
