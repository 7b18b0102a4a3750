import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/adapters/api/token.ts';
import { openTestServer, type TestServer } from './server.ts';

let at: TestServer;
let token: string;
let publisher: string;

beforeAll(async () => {
  at = await openTestServer({ rate: { burst: 10_000, perSecond: 1_000 } });
  token = await at.token();
  publisher = await at.token({ mayPublish: true });
});
afterAll(() => at.close());

interface Sending {
  readonly customer?: string;
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
}

function send(
  body: unknown,
  { customer = 'northwind', token: bearer = token, headers = {} }: Sending = {},
) {
  return fetch(`${at.url}/api/v1/customers/${customer}/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const factsOf = (externalId: string) =>
  at.ports.database.client.event.findMany({ where: { externalId } });

describe('an event told by another system', () => {
  test('is on the timeline, internal, and says 201', async () => {
    const response = await send({ externalId: 't-1', text: 'Ticket 1 opened', kind: 'ticket' });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ externalId: 't-1', visibility: 'internal' });
    expect(await factsOf('t-1')).toMatchObject([
      {
        text: 'Ticket 1 opened',
        visibility: 'internal',
        kind: 'external',
        data: { label: 'ticket' },
      },
    ]);
  });

  test('told again says 200 with the same id and is there once', async () => {
    const first = await (await send({ externalId: 't-2', text: 'Same' })).json();
    const again = await send({ externalId: 't-2', text: 'Same' });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    expect(await factsOf('t-2')).toHaveLength(1);
  });

  test('told twenty times at once is there once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => send({ externalId: 't-3', text: 'At once' })),
    );
    const statuses = all.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(19).fill(200), 201]);
    expect(await factsOf('t-3')).toHaveLength(1);
  });

  test('with the same id and other words is a conflict and changes nothing', async () => {
    await send({ externalId: 't-4', text: 'First words' });
    const response = await send({ externalId: 't-4', text: 'Other words' });
    expect(response.status).toBe(409);
    expect(await factsOf('t-4')).toMatchObject([{ text: 'First words' }]);
  });

  test('keeps the time it is told with', async () => {
    await send({ externalId: 't-5', text: 'Earlier', at: '2026-03-06T12:00:00-05:00' });
    expect(await factsOf('t-5')).toMatchObject([{ at: new Date('2026-03-06T17:00:00Z') }]);
  });

  test('is shared only by a token that may publish', async () => {
    const refused = await send({ externalId: 't-6', text: 'For them', visibility: 'shared' });
    expect(refused.status).toBe(403);
    expect(await factsOf('t-6')).toEqual([]);
    const taken = await send(
      { externalId: 't-6', text: 'For them', visibility: 'shared' },
      { token: publisher },
    );
    expect(taken.status).toBe(201);
    expect(await factsOf('t-6')).toMatchObject([{ visibility: 'shared' }]);
  });
});

describe('who may', () => {
  test('nobody without a token, with an unknown or a revoked one', async () => {
    const revoked = await at.token();
    await at.ports.database.client.apiToken.update({
      where: { hash: hashToken(revoked) },
      data: { revokedAt: at.ports.clock.now() },
    });
    for (const bad of [null, 'hrt_unknown_token_of_some_length', revoked, `${token}x`]) {
      const response = await send({ externalId: 'x', text: 'x' }, { token: bad });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect(await factsOf('x')).toEqual([]);
  });

  test("another's customer and no customer at all get the same answer", async () => {
    const body = { externalId: 'y', text: 'y' };
    const foreign = await send(body, { customer: 'lakeside' });
    const unknown = await send(body, { customer: 'no-such-customer' });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
  });

  test('a token that sends too much is told when to come back', async () => {
    const slow = await openTestServer({ rate: { burst: 3, perSecond: 0.5 } });
    try {
      const bearer = await slow.token();
      const post = (id: number) =>
        fetch(`${slow.url}/api/v1/customers/northwind/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
          body: JSON.stringify({ externalId: `r-${id}`, text: 'x' }),
        });
      for (const id of [1, 2, 3]) expect((await post(id)).status).toBe(201);
      const refused = await post(4);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('2');
      slow.ports.clock.moveTo(new Date(slow.ports.clock.now().getTime() + 2_000));
      expect((await post(4)).status).toBe(201);
    } finally {
      await slow.close();
    }
  });
});

describe('what is refused, as a problem and with nothing written', () => {
  const cases: [string, unknown, number][] = [
    ['malformed JSON', '{"externalId": "z"', 400],
    ['no object', '[]', 422],
    ['null', 'null', 422],
    ['a bare string', '"z"', 422],
    ['no externalId', { text: 'z' }, 422],
    ['an empty text', { externalId: 'z', text: '' }, 422],
    ['a blank text', { externalId: 'z', text: ' \n ' }, 422],
    ['a text too long', { externalId: 'z', text: 'z'.repeat(4_001) }, 422],
    ['an externalId too long', { externalId: 'z'.repeat(201), text: 'z' }, 422],
    ['an unknown key', { externalId: 'z', text: 'z', customerId: 'lakeside' }, 422],
    ['__proto__', '{"externalId":"z","text":"z","__proto__":{"visibility":"shared"}}', 422],
    ['NUL', { externalId: 'z', text: 'a\u0000b' }, 422],
    ['a broken character', '{"externalId":"z","text":"\\ud800"}', 422],
    ['an unknown visibility', { externalId: 'z', text: 'z', visibility: 'public' }, 422],
    ['a time without a zone', { externalId: 'z', text: 'z', at: '2026-03-06T12:00:00' }, 422],
    ['an impossible time', { externalId: 'z', text: 'z', at: '2026-02-30T12:00:00Z' }, 422],
    ['a time far ahead', { externalId: 'z', text: 'z', at: '2027-01-01T00:00:00Z' }, 422],
    ['more than 256 KB', { externalId: 'z', text: 'z', kind: 'z'.repeat(300_000) }, 413],
  ];

  test.each(cases)('%s', async (_name, body, status) => {
    const response = await send(body, { token: publisher });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ type: 'about:blank', status });
    expect(await factsOf('z')).toEqual([]);
  });

  test('another content type, compression, another method', async () => {
    const asText = await send('{}', { headers: { 'content-type': 'text/plain' } });
    const asForm = await send('a=b', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const zipped = await send('{}', { headers: { 'content-encoding': 'gzip' } });
    expect([asText.status, asForm.status, zipped.status]).toEqual([415, 415, 415]);
    const got = await fetch(`${at.url}/api/v1/customers/northwind/events`);
    expect(got.status).toBe(405);
    expect(got.headers.get('allow')).toBe('POST');
  });
});
