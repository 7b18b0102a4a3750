import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/shared/database.ts';
import { minute } from '../../../src/shared/time.ts';
import { signingSecret } from '../../harness/slack/slack-settings.ts';
import { httpBody, signedHeaders } from '../../harness/slack/towards-us.ts';
import { type Front, ids, openFront } from './front.ts';

/** While this is set, the database refuses every write, as one that is gone. */
let isGone = false;
const unlessGone = async <T>(work: () => Promise<T>): Promise<T> => {
  if (isGone) throw new Error('the database is gone');
  return work();
};
const failing = (database: Database): Database => ({
  ...database,
  trip: work => unlessGone(() => database.trip(work)),
  write: (statement, values) => unlessGone(() => database.write(statement, values)),
});

let front: Front;
beforeAll(async () => {
  front = await openFront({ wrap: failing });
});
afterAll(() => front.close());
beforeEach(async () => {
  isGone = false;
  front.complaints.length = 0;
  await front.ports.database.client.inbox.deleteMany();
});

const seconds = () => Math.floor(front.ports.clock.now().getTime() / 1000);

interface Sending {
  readonly body: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly type?: string;
}

async function send({ body, headers = {}, method = 'POST', type = 'application/json' }: Sending) {
  const init = { method, headers: { 'Content-Type': type, ...headers } };
  const response = await fetch(front.url, method === 'GET' ? init : { ...init, body });
  return { status: response.status, text: await response.text() };
}

const signed = (body: string, at = seconds(), secret = signingSecret) => ({
  body,
  headers: signedHeaders(body, secret, at),
});

const message = (text: string) =>
  front.slack.speak({ user: ids.lead, channel: ids.shared, text }).envelopes[0];

function eventBody(text: string): string {
  const envelope = message(text);
  if (!envelope) throw new Error('nothing was said');
  return httpBody(envelope).body;
}

const rows = async () => (await front.inbox()).length;

describe('only what Slack signed, now and once, comes in', () => {
  test('twenty forged or replayed requests: none is accepted', async () => {
    const body = eventBody('page');
    const good = signed(body);
    const { 'X-Slack-Signature': signature = '', 'X-Slack-Request-Timestamp': stamp = '' } =
      good.headers;
    const other = eventBody('another');
    const forged: Sending[] = [
      { body },
      { body, headers: { 'X-Slack-Signature': signature } },
      { body, headers: { 'X-Slack-Request-Timestamp': stamp } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': '' } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': 'v0=' } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': signature.slice(0, -1) } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': `${signature}0` } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': signature.replace('v0', 'v1') } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': `v0=${'0'.repeat(64)}` } },
      { body, headers: { ...good.headers, 'X-Slack-Signature': signature.toUpperCase() } },
      { body, headers: { ...good.headers, 'X-Slack-Request-Timestamp': String(seconds() + 1) } },
      { body, headers: { ...good.headers, 'X-Slack-Request-Timestamp': 'now' } },
      { body, headers: { ...good.headers, 'X-Slack-Request-Timestamp': `${stamp}.0` } },
      { body: other, headers: good.headers },
      { body: `${body} `, headers: good.headers },
      signed(body, seconds(), 'b'.repeat(32)),
      signed(body, seconds(), ''),
      signed(body, seconds() - 301),
      signed(body, seconds() + 301),
      signed(body, seconds() + 30 * 24 * 3600),
    ];
    expect(forged).toHaveLength(20);
    const statuses = await Promise.all(forged.map(async each => (await send(each)).status));
    expect(statuses).toEqual(forged.map(() => 401));
    expect(await rows()).toBe(0);
  });

  test.each([
    ['five minutes old', -300, 200],
    ['older', -301, 401],
    ['five minutes ahead', 300, 200],
    ['further ahead', 301, 401],
  ])('%s', async (_what, offset, status) => {
    const sending = signed(eventBody(`at ${offset}`), seconds() + offset);
    expect((await send(sending)).status).toBe(status);
  });

  test('the very same request a second time is refused for as long as it would be good', async () => {
    const sending = signed(eventBody('once'));
    expect((await send(sending)).status).toBe(200);
    expect((await send(sending)).status).toBe(401);
    front.ports.clock.moveTo(new Date(front.ports.clock.now().getTime() + 5 * minute));
    expect((await send(sending)).status).toBe(401);
    expect(await rows()).toBe(1);
  });

  test('the same event signed anew is acknowledged and written down once', async () => {
    const body = eventBody('twice');
    expect((await send(signed(body))).status).toBe(200);
    expect((await send(signed(body, seconds() - 1))).status).toBe(200);
    expect(await rows()).toBe(1);
  });
});

describe('the address', () => {
  test('proves itself to Slack', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect(await send(signed(body))).toEqual({ status: 200, text: '{"challenge":"abc"}' });
    expect((await send({ body })).status).toBe(401);
  });

  test('takes POST, JSON or a form, up to a megabyte', async () => {
    expect((await send({ body: '', method: 'GET' })).status).toBe(405);
    expect((await send({ body: '', method: 'PUT' })).status).toBe(405);
    expect((await send({ ...signed('x'), type: 'text/plain' })).status).toBe(415);
    expect((await send({ ...signed('x'), type: 'multipart/form-data' })).status).toBe(415);
    expect((await send(signed('x'.repeat(1024 * 1024 + 1)))).status).toBe(413);
  });
});

describe('a clock that is wrong', () => {
  test('is told to whoever watches, and is forgotten with the next word that fits', async () => {
    const off = await send(signed(eventBody('too early'), seconds() + 3600));
    expect(off.status).toBe(401);
    expect(front.joined.health()).toContain('the clock may be wrong');
    expect(front.complaints.join()).toContain('the clock may be wrong');
    expect((await send(signed(eventBody('now')))).status).toBe(200);
    expect(front.joined.health()).toBe('up');
  });

  test('is not what anybody can make us believe', async () => {
    expect((await send({ body: eventBody('forged') })).status).toBe(401);
    expect(front.joined.health()).toBe('up');
  });
});

describe('nothing is acknowledged before it is written down', () => {
  test('while the database is gone Slack hears 503; what it sends again is handled once', async () => {
    isGone = true;
    const envelope = message('page');
    if (!envelope) throw new Error('nothing was said');
    const [handed] = await front.hand(envelope);
    expect(handed?.tries.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(handed?.tries.at(-1)?.body).not.toMatch(/the database is gone| at /);
    isGone = false;
    const [again] = await front.hand(envelope, envelope);
    expect(again?.acked).toBe(true);
    expect(await rows()).toBe(1);
    expect(front.complaints.every(line => !line.includes('the database is gone'))).toBe(true);
  });

  test('a retry header decides nothing', async () => {
    const body = eventBody('said again');
    const headers = {
      ...signedHeaders(body, signingSecret, seconds()),
      'X-Slack-Retry-Num': '3',
      'X-Slack-Retry-Reason': 'http_timeout',
    };
    expect((await send({ body, headers })).status).toBe(200);
    expect(await rows()).toBe(1);
  });
});

test('five hundred malformed bodies: nothing ends, and nobody sees our insides', async () => {
  const good = JSON.parse(eventBody('good')) as Record<string, unknown>;
  const wrong = [null, 0, '', [], {}, true, 'x'.repeat(300), { id: {} }, [[[]]], -1, '\u0000'];
  const keys = Object.keys(good);
  const event = good.event as Record<string, unknown>;
  const bodies = [
    ...wrong.map(value => JSON.stringify(value)),
    ...keys.flatMap(key => wrong.map(value => JSON.stringify({ ...good, [key]: value }))),
    ...Object.keys(event).flatMap(key =>
      wrong.map(value => JSON.stringify({ ...good, event: { ...event, [key]: value } })),
    ),
    ...['{', '[', '"', '{"type":', `${'['.repeat(5000)}`, '\u0000', 'ÿþ'],
    ...[
      'block_actions',
      'message_action',
      'shortcut',
      'view_submission',
      'view_closed',
      'block_suggestion',
      'app_rate_limited',
    ].flatMap(type =>
      wrong.map(value =>
        JSON.stringify({ type, user: value, actions: value, view: value, callback_id: value }),
      ),
    ),
    ...['block_actions', 'view_submission', 'message_action', 'shortcut'].flatMap(type =>
      wrong.map(
        value =>
          `payload=${encodeURIComponent(JSON.stringify({ type, user: { id: 'U1' }, team: value, trigger_id: 't', callback_id: 'handrail_log', message: value, channel: value, container: value, actions: [value], view: value }))}`,
      ),
    ),
    'payload=',
    'payload=%7B',
    'payload=1&payload=2',
    'command=/handrail',
    'command=/handrail&team_id=T0VEND&channel_id=C&user_id=U&trigger_id=',
    '%%%',
    'a&b&c',
    '__proto__=1&constructor=2',
  ];
  expect(bodies.length).toBeGreaterThanOrEqual(400);
  const kinds = await Promise.all(
    bodies.map(async body => {
      const type = /^(payload|command|a&|%|__)/.test(body)
        ? 'application/x-www-form-urlencoded'
        : 'application/json';
      const answered = await send({ ...signed(body), type });
      expect(answered.text).not.toMatch(/node_modules|\.ts:|at \w+ \(|prisma/i);
      return answered.status;
    }),
  );
  expect(new Set(kinds.filter(status => ![200, 400, 401].includes(status)))).toEqual(new Set());
  expect(front.complaints).toEqual([]);
  const health = await fetch(`${front.server.url}/health/live`);
  expect(health.status).toBe(200);
});
