import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import bolt from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { liveIn, liveInMrkdwn } from '../../harness/slack/read-mrkdwn.ts';
import { httpBody, signedHeaders, type Transport } from '../../harness/slack/towards-us.ts';

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => bolt.LogLevel.ERROR,
  setName() {},
};

let slack: FakeSlack;
let client: WebClient;

beforeEach(async () => {
  await slack?.close();
  slack = await openFakeSlack({ pingMilliseconds: 50 });
  slack.directory.addTeam('T0VEND', { name: 'vendor' });
  slack.directory.addTeam('T0CUST', { name: 'customer' });
  slack.directory.addUser('U0LEAD', 'T0CUST', { name: 'Lead' });
  const { botUser } = slack.directory.addToken('xoxb-1', 'T0VEND');
  slack.directory.addChannel('C0SHARED', 'T0VEND', {
    connected: ['T0CUST'],
    members: [botUser, 'U0LEAD'],
  });
  client = clientFor('xoxb-1');
});
afterAll(() => slack.close());

function clientFor(token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 300,
    logger: silent,
  });
}

const post = (text: string, more: Record<string, unknown> = {}) =>
  client.apiCall('chat.postMessage', { channel: 'C0SHARED', text, ...more });

describe('the fake keeps to what Slack publishes', () => {
  test('a message is kept with its metadata and read back', async () => {
    const metadata = { event_type: 'handrail_message', event_payload: { key: 'k1' } };
    const { ts } = await client.chat.postMessage({ channel: 'C0SHARED', text: 'hi', metadata });
    const { messages } = await client.conversations.history({
      channel: 'C0SHARED',
      include_all_metadata: true,
    });
    expect(messages).toMatchObject([{ ts, text: 'hi', metadata }]);
  });

  test.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'invalid_blocks'],
    ['a long button', [button({ text: plain('x'.repeat(76)) })], 'invalid_blocks'],
    ['a long value', [button({ value: 'x'.repeat(2001) })], 'invalid_blocks'],
    ['a long section', [section('x'.repeat(3001))], 'invalid_blocks'],
    ['an unknown property', [{ type: 'divider', colour: 'red' }], 'invalid_blocks'],
    [
      'too much over all blocks',
      Array.from({ length: 6 }, () => section('x'.repeat(2500))),
      'msg_blocks_too_long',
    ],
  ])('%s is refused', async (_what, blocks, error) => {
    await expect(post('x', { blocks })).rejects.toMatchObject({ data: { error } });
  });

  test('one post a second in a channel, with a small burst', async () => {
    for (let index = 0; index < 4; index += 1) await post(`${index}`);
    await expect(post('one too many')).rejects.toMatchObject({ retryAfter: 1 });
  });

  test.each([
    ['chat.update', { channel: 'C0SHARED', ts: '1.2', text: 'x' }, 'message_not_found'],
    ['chat.postMessage', { channel: 'C0NONE', text: 'x' }, 'channel_not_found'],
    ['views.open', { trigger_id: 'x', view: { type: 'home', blocks: [] } }, 'invalid_trigger_id'],
    ['users.info', { user: 'U0NONE' }, 'user_not_found'],
  ])('%s refuses as Slack does', async (method, args, error) => {
    await expect(client.apiCall(method, args)).rejects.toMatchObject({ data: { error } });
  });

  test('tokens have scopes and states', async () => {
    slack.directory.addToken('xoxb-2', 'T0VEND', { scopes: ['users:read'] });
    const poor = clientFor('xoxb-2').chat.postMessage({ channel: 'C0SHARED', text: 'x' });
    await expect(poor).rejects.toMatchObject({ data: { error: 'missing_scope' } });
    slack.happens.revoked();
    await expect(post('x')).rejects.toMatchObject({ data: { error: 'token_revoked' } });
  });

  test('a trigger works once', async () => {
    const trigger_id = slack.views.newTrigger('U0LEAD', 'T0CUST');
    const view = { type: 'modal', title: plain('Log'), blocks: [section('hello')] };
    await client.apiCall('views.open', { trigger_id, view });
    const again = client.apiCall('views.open', { trigger_id, view });
    await expect(again).rejects.toMatchObject({ data: { error: 'trigger_exchanged' } });
    expect(slack.views.modalOf('U0LEAD')?.view).toMatchObject({ type: 'modal' });
  });

  test('a code is exchanged once, and refreshed tokens work', async () => {
    const { clientId: client_id, clientSecret: client_secret } = slack.oauth;
    const code = slack.oauth.allow({ team: 'T0CUST', scopes: ['chat:write'], rotates: true });
    const keys = { client_id, client_secret };
    const first = await client.oauth.v2.access({ ...keys, code });
    await expect(client.oauth.v2.access({ ...keys, code })).rejects.toThrow('code_already_used');
    const refresh_token = first.refresh_token ?? '';
    const grant_type = 'refresh_token';
    const next = await client.oauth.v2.access({ ...keys, grant_type, refresh_token });
    expect(await clientFor(next.access_token ?? '').auth.test()).toMatchObject({ ok: true });
  });
});

describe('the fake breaks as Slack does', () => {
  test('a post is kept although the connection breaks', async () => {
    slack.faults.set({ kind: 'done-then-reset', method: 'chat.postMessage', times: 1 });
    await expect(post('kept')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.messages.all().map(({ text }) => text)).toEqual(['kept']);
  });

  test.each([
    [{ kind: 'rate-limited', retryAfterSeconds: 7 }, { retryAfter: 7 }],
    [{ kind: 'status', status: 503 }, { statusCode: 503 }],
    [{ kind: 'error', error: 'is_archived' }, { data: { error: 'is_archived' } }],
    [{ kind: 'hang' }, { code: 'slack_webapi_request_error' }],
  ] as const)('%j in one channel alone', async (fault, shape) => {
    slack.faults.set({ ...fault, channel: 'C0SHARED' });
    await expect(post('x')).rejects.toMatchObject(shape);
    await client.auth.test();
    expect(slack.messages.all()).toEqual([]);
  });

  test('it is gone and comes back at the same address', async () => {
    await slack.goDown();
    await expect(post('x')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    await slack.comeBack();
    await post('y');
  });
});

describe('towards an app', () => {
  let app: InstanceType<typeof bolt.App>;
  let heard: string[];
  let towards: Transport;
  const signingSecret = 'secret';
  let url: string;

  beforeAll(() => {
    heard = [];
  });
  afterAll(async () => {
    await app.stop();
  });
  beforeEach(async () => {
    heard = [];
    await app?.stop();
    app = new bolt.App({
      signingSecret,
      logger: silent,
      processBeforeResponse: true,
      clientOptions: { slackApiUrl: slack.apiUrl },
      authorize: async () => ({ botToken: 'xoxb-1', botUserId: 'U0BOT0VEND' }),
    });
    app.message(async ({ body }) => void heard.push(body.event_id));
    app.event('app_mention', async ({ body }) => void heard.push(body.event_id));
    app.action(/./, async ({ ack, action }) => {
      heard.push('value' in action ? (action.value ?? '') : '');
      await ack();
    });
    app.command('/handrail', async ({ ack, command }) => {
      heard.push(command.text);
      await ack('quietly');
    });
    const server = (await app.start(0)) as unknown as { address(): { port: number } };
    url = `http://127.0.0.1:${server.address().port}/slack/events`;
    towards = slack.http({ url, signingSecret, pauses: [0, 0, 0] });
  });

  test('a mention arrives as two events, signed', async () => {
    const said = { user: 'U0LEAD', channel: 'C0SHARED', text: '<@U0BOT0VEND> page' };
    const { handed } = await slack.say(towards, said);
    expect(handed.map(({ acked }) => acked)).toEqual([true, true]);
    expect(new Set(heard).size).toBe(2);
  });

  test('a wrong secret is turned away, and an event is handed over four times', async () => {
    const wrong = slack.http({ url, signingSecret: 'other', pauses: [0, 0, 0] });
    const { handed } = await slack.say(wrong, { user: 'U0LEAD', channel: 'C0SHARED', text: 'x' });
    expect(handed[0]?.tries.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(heard).toEqual([]);
  });

  test('buttons and commands', async () => {
    await post('choose', { blocks: [button({ value: 'subject-1' })] });
    const [message] = slack.messages.all();
    if (!message) throw new Error('nothing was posted');
    await towards.hand(slack.acts.press('U0LEAD', message, ({ label }) => label === 'Go'));
    slack.directory.addUser('U0ADV', 'T0VEND');
    const { body } = await towards.hand(slack.acts.command('U0ADV', 'C0SHARED', 'who'));
    expect([heard, body]).toEqual([['subject-1', 'who'], 'quietly']);
  });

  test('many at once, repeated and shuffled', async () => {
    const speech = { user: 'U0LEAD', channel: 'C0SHARED' };
    const envelopes = Array.from({ length: 40 }, (_, index) => index).flatMap(
      index => slack.speak({ ...speech, text: `${index}` }).envelopes,
    );
    const how = { atOnce: 8, duplicates: 0.3, isShuffled: true } as const;
    const handed = await slack.storm(towards, envelopes, how);
    expect(handed.length).toBeGreaterThan(45);
    expect(new Set(heard).size).toBe(40);
  });

  test('signatures are those Bolt checks', async () => {
    const envelope = slack.happens.urlVerification('c-1');
    const { body, contentType } = httpBody(envelope);
    const headers = signedHeaders(body, signingSecret, Math.floor(Date.now() / 1000));
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'Content-Type': contentType },
    });
    expect(await answer.text()).toContain('c-1');
  });
});

describe('Socket Mode', () => {
  test('events arrive, are acknowledged, and arrive again after a disconnect', async () => {
    slack.directory.addToken('xapp-1', 'T0VEND', { scopes: ['connections:write'] });
    const heard: string[] = [];
    const receiver = new bolt.SocketModeReceiver({
      appToken: 'xapp-1',
      logger: silent,
      clientPingTimeout: 200,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    });
    const app = new bolt.App({
      receiver,
      logger: silent,
      clientOptions: { slackApiUrl: slack.apiUrl },
      authorize: async () => ({ botToken: 'xoxb-1', botUserId: 'U0BOT0VEND' }),
    });
    app.message(async ({ message }) => {
      heard.push('text' in message ? (message.text ?? '') : '');
    });
    await app.start();
    await slack.socket.connected();
    const speech = { user: 'U0LEAD', channel: 'C0SHARED' };
    await slack.say(slack.socket, { ...speech, text: 'one' });
    slack.socket.end('refresh_requested');
    await slack.socket.connected();
    await slack.say(slack.socket, { ...speech, text: 'two' });
    expect([heard, slack.socket.opened]).toEqual([['one', 'two'], 2]);
    await app.stop();
  });
});

describe('what is live in mrkdwn', () => {
  test.each([
    ['<!channel> hi', ['mention']],
    ['<@U0LEAD> and <!subteam^S1>', ['mention', 'mention']],
    ['<https://evil.example|your bank>', ['masked-link']],
    ['see https://a.example', ['link']],
    ['*bold* and _soft_', ['format', 'format']],
    ['&lt;!channel&gt; <!date^1^{time}|10:00> 2*3*4 a_b_c', []],
  ])('%s', (text, kinds) => {
    expect(liveInMrkdwn(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('rich text letters are only letters; its mentions are mentions', () => {
    const text = (one: object) => [{ type: 'rich_text_section', elements: [one] }];
    expect(liveIn(text({ type: 'text', text: '<!here>' }))).toEqual([]);
    expect(liveIn(text({ type: 'broadcast', range: 'here' }))).toHaveLength(1);
  });
});

function plain(text: string) {
  return { type: 'plain_text', text } as const;
}
function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } } as const;
}
function button(over: Record<string, unknown>) {
  const element = { type: 'button', text: plain('Go'), action_id: 'go', ...over };
  return { type: 'actions', elements: [element] } as const;
}
