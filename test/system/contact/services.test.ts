import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { minute } from '../../../src/shared/time.ts';
import { vendorPerson } from '../../harness/northwind.ts';
import { openTown, type Town } from './town.ts';

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const received: Received[] = [];
let receiver: Server;
let address = '';
let town: Town;

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString('utf8');
    received.push({ path: request.url ?? '', headers: request.headers, body });
    response.writeHead(202).end('{"status":"success"}');
  });
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});

afterAll(() => new Promise(resolve => receiver.close(resolve)));

beforeEach(() => {
  received.length = 0;
});

afterEach(() => town.close());

const bodies = () => received.map(({ body }) => JSON.parse(body));

describe('a page by webhook', () => {
  const secret = `whsec_${Buffer.from('thirty-two-bytes-of-plain-secret').toString('base64')}`;

  beforeEach(async () => {
    const who = ['adv-1', 'adv-2'] as const;
    town = await openTown(
      { pageWebhook: { url: `${address}/hook`, secret } },
      who.map(id => vendorPerson(id, { contact: [{ via: 'webhook' }] })),
    );
  });

  test('is signed as Standard Webhooks say, and says who is called and where it is answered', async () => {
    await town.page();
    const [first] = received;
    const {
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': given,
    } = first?.headers ?? {};
    const key = Buffer.from('thirty-two-bytes-of-plain-secret');
    const digest = createHmac('sha256', key).update(`${id}.${at}.${first?.body}`).digest('base64');
    expect(given).toBe(`v1,${digest}`);
    expect(bodies()[0]).toMatchObject({
      type: 'page',
      data: { person: 'adv-1', customer: 'northwind', isRepeat: false },
    });
    const { confirm } = bodies()[0].data;
    await fetch(confirm, {
      method: 'POST',
      body: new URLSearchParams({ action: 'page.acknowledge' }),
    });
    expect(await town.thePage()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
    await town.settle();
    expect(bodies().at(-1)).toMatchObject({ type: 'page.updated', data: { person: 'adv-1' } });
  });
});

describe('a page by PagerDuty', () => {
  const webhookSecret = 'a-secret-of-the-subscription';

  beforeEach(async () => {
    const who = ['adv-1', 'adv-2'] as const;
    town = await openTown(
      { pagerDuty: { routingKey: 'r'.repeat(32), webhookSecret, apiUrl: address } },
      who.map(id => vendorPerson(id, { contact: [{ via: 'pagerduty' }] })),
    );
  });

  async function hook(event: object, secret = webhookSecret): Promise<number> {
    const body = JSON.stringify({ event });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const headers = { 'x-pagerduty-signature': `v1=${'0'.repeat(64)},v1=${signature}` };
    const { status } = await fetch(`${town.publicUrl}/pagerduty`, {
      method: 'POST',
      body,
      headers,
    });
    await town.settle();
    return status;
  }

  const acknowledged = (key: string) => ({
    id: 'E1',
    event_type: 'incident.acknowledged',
    data: { id: 'P1', type: 'incident', incident_key: key },
  });

  test('triggers one incident, and whoever acknowledges it there has the page', async () => {
    await town.page();
    const [trigger] = bodies();
    expect(received[0]?.path).toBe('/v2/enqueue');
    expect(trigger).toMatchObject({
      routing_key: 'r'.repeat(32),
      event_action: 'trigger',
      payload: { source: 'handrail', severity: 'critical' },
    });
    expect(trigger.payload.summary).toContain('Northwind');
    expect(await hook(acknowledged(trigger.dedup_key))).toBe(202);
    expect(await town.thePage()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
  });

  test('what somebody else has is resolved there', async () => {
    await town.page();
    await town.pass(5 * minute);
    await hook(acknowledged(bodies()[1].dedup_key));
    const resolved = bodies().filter(({ event_action }) => event_action === 'resolve');
    expect(resolved.map(({ dedup_key }) => dedup_key)).toContain(bodies()[0].dedup_key);
  });

  test('an acknowledgement that PagerDuty did not sign changes nothing', async () => {
    await town.page();
    expect(await hook(acknowledged(bodies()[0].dedup_key), 'another secret')).toBe(401);
    expect(await hook(acknowledged('a-message-that-is-none'))).toBe(202);
    expect((await town.thePage()).state).toBe('open');
  });
});
