import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Lane } from '../../../src/delivery/draft.ts';
import { hour, minute, second } from '../../../src/shared/time.ts';
import { endBeyond } from '../../harness/end-beyond.ts';
import { onePicture } from '../../harness/picture.ts';
import type { Fault } from '../../harness/teams/calls.ts';
import type { Conversation } from '../../harness/teams/people.ts';
import { customerTenant } from '../../harness/teams/teams.ts';
import { cardOf, type OutStage, openOutStage } from './out-stage.ts';

const repeat = 'Sent again: the first one may have reached you already.\n';

describe('what Handrail says in Teams', () => {
  let stage: OutStage;
  let channel: Conversation;

  beforeEach(async () => {
    stage = await openOutStage();
    channel = stage.teams.channel({ members: [stage.teams.person({ name: 'Daniel Reyes' })] });
    await stage.place('one', channel);
  });
  afterEach(async () => {
    const { cardProblems } = stage.teams;
    await stage.close();
    expect(cardProblems).toEqual([]);
  });

  const calls = (kind: string) => stage.teams.calls.filter(call => call.kind === kind);
  const fail = (fault: Fault, kind = 'send', times = 1) =>
    stage.teams.faults.add({ fault, times, on: call => call.kind === kind });

  test('arrives once as a card with buttons, and is known by conversation and activity', async () => {
    await stage.say('hello');
    await stage.sender.drain();
    const [shown] = stage.teams.seen(channel);
    expect(shown).toMatchObject({
      summary: 'hello',
      attachments: [
        {
          content: {
            version: '1.5',
            msteams: { width: 'Full' },
            body: [
              { type: 'RichTextBlock' },
              {
                actions: [
                  {
                    type: 'Action.Execute',
                    data: { handrail: { do: 'press', action: 'page.raise', subject: 's1' } },
                    fallback: { type: 'Action.Submit' },
                  },
                ],
              },
            ],
          },
        },
      ],
    });
    expect((await stage.rowOf('hello')).externalRef).toBe(`${channel.id}|${shown?.id}`);
  });

  test('changes in place, and every showing has a nonce of its own', async () => {
    await stage.say('receipt');
    await stage.sender.drain();
    const before = JSON.stringify(stage.teams.seen(channel)).match(/"nonce":"(\w+)"/)?.[1];
    await stage.change('receipt', 'seen');
    await stage.sender.drain();
    expect(stage.words(channel)).toEqual(['seen']);
    const after = JSON.stringify(stage.teams.seen(channel)).match(/"nonce":"(\w+)"/)?.[1];
    expect(before).not.toBe(after);
  });

  test('an answer goes into the thread it belongs to, and only into one of the same channel', async () => {
    const other = stage.teams.channel({ members: [] });
    await stage.say('in', { threadOf: `${channel.id}|17` });
    await stage.say('out', { threadOf: `${other.id}|17` });
    await stage.sender.drain();
    const shown = stage.teams.seen(channel);
    expect(shown[0]?.root).toBe('17');
    expect(shown[1]?.root).toBe(shown[1]?.id);
    await stage.change('in', 'changed');
    await stage.sender.drain();
    expect(stage.words(channel)).toEqual(['changed', 'out']);
  });

  test('in a group chat there are no threads', async () => {
    const group = stage.teams.group([]);
    await stage.place('two', group);
    await stage.say('hi', { to: { placeId: 'two' }, threadOf: `${group.id}|17` });
    await stage.sender.drain();
    expect(stage.teams.seen(group)[0]?.root).toBeNull();
  });

  const matrix: readonly (readonly [string, Fault, string])[] = [
    ['429 with a pause', { status: 429, retryAfter: '7' }, 'again after 7 s'],
    ['429 without', { status: 429 }, 'again'],
    ['412', { status: 412 }, 'again'],
    ['502', { status: 502 }, 'again'],
    ['503', { status: 503 }, 'again'],
    ['504', { status: 504 }, 'again'],
    ['400', { status: 400 }, 'failed'],
    ['403', { status: 403 }, 'failed'],
    ['404', { status: 404 }, 'failed'],
    ['a redirect', { status: 302 }, 'failed'],
    ['500', { status: 500 }, 'unknown'],
    ['a reset', 'reset', 'unknown'],
    ['accepted, then a reset', 'accept-then-reset', 'unknown'],
  ];

  test.each(matrix)('%s for a check-in', async (_name, fault, then) => {
    fail(fault);
    await stage.say('m', { lane: 'check-ins' });
    await stage.sender.drain();
    if (then === 'again after 7 s') {
      await stage.pass(6_999);
      expect(calls('send')).toHaveLength(1);
    }
    for (let step = 0; step < 5; step += 1) await stage.pass(4 * second);
    const { state, isRepeat } = await stage.rowOf('m');
    const expected = { again: 'sent', unknown: 'parked' }[then.split(' ')[0] ?? ''] ?? 'failed';
    expect({ state, isRepeat }).toEqual({ state: expected, isRepeat: false });
    expect(calls('send')).toHaveLength(expected === 'sent' ? 2 : 1);
  });

  test.each([
    ['a page is sent again and says so', 'pages', ['m', `${repeat}m`]],
    ['a reply is tried once more and says so', 'replies', ['m', `${repeat}m`]],
    ['a check-in is never said twice', 'check-ins', ['m']],
  ] as const)('when the answer is lost, %s', async (_promise, lane: Lane, words) => {
    fail('accept-then-reset');
    await stage.say('m', { lane });
    for (let step = 0; step < 5; step += 1) await stage.pass(3 * second);
    expect(stage.words(channel)).toEqual(words);
  });

  describe('a picture that was asked for', () => {
    const attachments = () =>
      stage.teams.seen(channel).flatMap(shown => shown.attachments as { contentType: string }[]);
    const withPicture = () =>
      stage.say('m', { card: { ...cardOf('in words'), picture: onePicture } });
    const inWords = 'application/vnd.microsoft.card.adaptive';

    test('stands in the message, under the words', async () => {
      await withPicture();
      await stage.sender.drain();
      expect(attachments().map(({ contentType }) => contentType)).toEqual([inWords, 'image/png']);
      expect(stage.words(channel)).toEqual(['in words']);
    });

    test.each([400, 413])('that Teams does not take (%i) costs nobody the words', async status => {
      fail({ status });
      await withPicture();
      await stage.sender.drain();
      expect(attachments().map(({ contentType }) => contentType)).toEqual([inWords]);
      expect((await stage.rowOf('m')).state).toBe('sent');
    });
  });

  test('a connector that hangs is left after five seconds', async () => {
    fail('accept-then-hang');
    await stage.say('m', { lane: 'check-ins' });
    const end = await endBeyond(5 * second, () => stage.sender.drain());
    expect(end).toBeGreaterThan(-0.5 * second);
    expect(end).toBeLessThan(3 * second);
    await stage.pass(6 * second);
    expect(await stage.rowOf('m')).toMatchObject({ state: 'parked' });
  });

  test('where we are blocked nothing is tried again, and a page moves on at once', async () => {
    channel.isBlocked = true;
    await stage.say('page', { lane: 'pages' });
    await stage.sender.drain();
    await stage.say('next');
    await stage.sender.drain();
    expect(calls('send')).toHaveLength(1);
    const { client } = stage.ports.database;
    const page = await client.message.findUniqueOrThrow({ where: { key: 'page' } });
    expect(page).toMatchObject({ state: 'failed', failureDueAt: stage.ports.clock.now() });
    expect((await stage.rowOf('next')).reason).toBe('Handrail was blocked or uninstalled there.');
  });

  test('a token that was refused is replaced at once, and a good one is used again', async () => {
    await stage.say('a');
    await stage.sender.drain();
    stage.teams.tokens.expire();
    await stage.say('b');
    await stage.sender.drain();
    await stage.say('c');
    await stage.sender.drain();
    expect(stage.words(channel)).toEqual(['a', 'b', 'c']);
    expect(stage.teams.tokens.asked()).toBe(2);
  });

  test('a token is renewed before it ends', async () => {
    await stage.say('a');
    await stage.sender.drain();
    await stage.pass(54 * minute);
    await stage.say('b');
    await stage.pass(0);
    expect(stage.teams.tokens.asked()).toBe(1);
    await stage.say('c');
    await stage.pass(2 * minute);
    expect(stage.teams.tokens.asked()).toBe(2);
  });

  test('while there is no token nothing is lost, and nothing was said', async () => {
    fail({ status: 500 }, 'token', 2);
    await stage.say('m', { lane: 'check-ins' });
    for (let step = 0; step < 4; step += 1) await stage.pass(5 * second);
    expect(stage.words(channel)).toEqual(['m']);
    expect(calls('send')).toHaveLength(1);
  });

  test('an outage of an hour: everything waits that can, in order, and is said once', async () => {
    const nora = stage.teams.person({ name: 'Nora Whitfield' });
    const chat = stage.teams.personal(nora);
    await stage.person('nora', nora, chat);
    await stage.say('before');
    await stage.sender.drain();
    await stage.teams.down();
    await stage.say('page', { lane: 'pages', to: { personId: 'nora' } });
    await stage.say('first', { lane: 'check-ins' });
    await stage.say('second', { lane: 'check-ins' });
    for (let step = 0; step < 60; step += 1) await stage.pass(minute);
    expect(calls('send')).toHaveLength(1);
    await stage.teams.up();
    const came = stage.ports.clock.now();
    for (let step = 0; step < 30; step += 1) await stage.pass(second);
    expect(stage.words(channel)).toEqual(['before', 'first', 'second']);
    expect(stage.words(chat)).toEqual(['page']);
    expect(stage.ports.clock.now().getTime() - came.getTime()).toBeLessThanOrEqual(30 * second);
  });

  test('of a very long card people read as much as Teams takes, and how much is missing', async () => {
    const long = Array.from({ length: 400 }, (_, n) => `Line ${n} ${'word '.repeat(200)}`);
    const card = cardOf(long.join('\n'));
    await stage.say('long', { card: { ...card, body: [...card.body, ...card.body] } });
    await stage.sender.drain();
    expect(calls('send').map(({ status }) => status)).toEqual([201]);
    expect(stage.words(channel)[0]).toMatch(
      /This is shortened: [\d,]+ characters more than Teams shows/,
    );
  });

  test('what Teams still finds too large is said once more, much shorter', async () => {
    fail({ status: 413, code: 'MessageSizeTooBig' });
    await stage.say('long', { card: cardOf('word '.repeat(8_000)) });
    await stage.sender.drain();
    expect(calls('send').map(({ status }) => status)).toEqual([413, 201]);
    expect(calls('send')[1]?.bytes).toBeLessThan(16_384);
  });
});

describe('to a person', () => {
  let stage: OutStage;
  beforeEach(async () => {
    stage = await openOutStage();
    await stage.place('one', stage.teams.channel({ members: [] }));
  });
  afterEach(() => stage.close());

  const page = () => stage.say('page', { lane: 'pages', to: { personId: 'nora' } });
  const kinds = () => stage.teams.calls.map(({ kind }) => kind).filter(kind => kind !== 'token');

  test('in the chat we have', async () => {
    const nora = stage.teams.person({ name: 'Nora Whitfield' });
    const chat = stage.teams.personal(nora);
    await stage.person('nora', nora, chat);
    await page();
    await stage.sender.drain();
    expect(stage.teams.seen(chat)).toMatchObject([
      { importance: 'high', channelData: { notification: { alert: true } } },
    ]);
    expect(kinds()).toEqual(['send']);
  });

  test('in a chat that is opened for it, when the app is installed for them', async () => {
    const nora = stage.teams.person({ name: 'Nora Whitfield' });
    const chat = stage.teams.personal(nora);
    await stage.person('nora', nora);
    await page();
    await stage.sender.drain();
    expect(stage.words(chat)).toEqual(['page']);
    expect(kinds()).toEqual(['create', 'send']);
  });

  test('not at all when it is not installed: that is said clearly, and the page moves on', async () => {
    const nora = stage.teams.person({ name: 'Nora Whitfield' });
    await stage.person('nora', nora);
    await page();
    await stage.sender.drain();
    expect(await stage.rowOf('page')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('has not installed Handrail in Teams'),
    });
  });

  test('of another organisation: refused without a call', async () => {
    const eve = stage.teams.person({ name: 'Eve Stranger', tenant: customerTenant });
    stage.teams.personal(eve);
    await stage.person('nora', eve);
    await page();
    await stage.sender.drain();
    expect(kinds()).toEqual([]);
    expect(await stage.rowOf('page')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('another organisation'),
    });
  });

  test('a chat that could not be opened in time is opened again: nothing was said yet', async () => {
    const nora = stage.teams.person({ name: 'Nora Whitfield' });
    const chat = stage.teams.personal(nora);
    await stage.person('nora', nora);
    stage.teams.faults.add({
      fault: 'accept-then-reset',
      times: 1,
      on: call => call.kind === 'create',
    });
    await page();
    await stage.sender.drain();
    await stage.pass(5 * second);
    expect(stage.words(chat)).toEqual(['page']);
  });
});

describe('the token', () => {
  test('goes to no other host, whatever a service URL says', async () => {
    const stage = await openOutStage({ hosts: ['https://smba.trafficmanager.net'] });
    const channel = stage.teams.channel({ members: [] });
    await stage.place('one', channel);
    await stage.say('m');
    await stage.sender.drain();
    await stage.pass(hour);
    expect(stage.teams.calls).toEqual([]);
    await stage.close();
  });
});
