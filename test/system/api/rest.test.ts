import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepSaying } from '../../../src/voice/keep-saying.ts';
import { type Client, openClient } from './client.ts';

let api: Client;
beforeAll(async () => {
  api = await openClient();
});
afterAll(() => api.close());

describe('reading', () => {
  test('lists the customers a token reaches, and no others', async () => {
    const { status, body } = await api.get('/customers');
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [{ id: 'northwind', transitions: [{ id: 'erp' }] }] });
    expect((await api.get('/customers/lakeside')).status).toBe(404);
    expect((await api.get('/customers/nobody')).status).toBe(404);
  });

  test('shows a customer in the shape of the setup file, and takes it back unchanged', async () => {
    const first = await api.get('/customers/northwind');
    expect(first.body).toMatchObject({ id: 'northwind', people: { advocate: 'adv-1' } });
    const back = await api.put('/customers/northwind', first.body);
    expect([back.status, back.body]).toEqual([200, first.body]);
    expect(back.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  test('goes through a timeline page by page, each fact once, newest first', async () => {
    const events = Array.from({ length: 25 }, (_, n) => ({
      externalId: `page-${n}`,
      text: `Fact ${n}`,
      at: `2026-03-06T1${n % 10}:00Z`,
    }));
    expect((await api.post('/customers/northwind/events', events)).status).toBe(201);
    const seen: { id: string; at: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.get(`/customers/northwind/timeline?limit=7${next}`);
      const page = body as { items: typeof seen; nextCursor: string | null };
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBe(
      await api.ports.database.client.event.count({ where: { customerId: 'northwind' } }),
    );
    expect(seen.map(({ at }) => at)).toEqual([...seen.map(({ at }) => at)].sort().reverse());
  });

  test('tells what customers say of those the token reaches, and counts nobody else', async () => {
    const said = { personId: null, kind: 'complaint', isOpen: true } as const;
    await api.ports.database.trip(async trip => {
      for (const customerId of ['northwind', 'lakeside']) {
        const text = `the reports of ${customerId} are slow`;
        await keepSaying(trip, { ...said, key: customerId, customerId, text });
      }
    });
    const { body } = await api.get('/voice');
    expect(body).toMatchObject({
      items: [{ number: 1, state: 'open', times: 1, customers: 1, weight: 3 }],
    });
    expect(JSON.stringify(body)).not.toContain('lakeside');
    expect((await api.get('/voice?customer=lakeside')).body).toEqual({ items: [] });
  });

  test('reports what came of it as the command line does: calm weeks to whom they are of, duty to whoever serves all', async () => {
    expect((await api.get('/reports/calibration?customer=lakeside')).body).toEqual({ items: [] });
    const { client } = api.ports.database;
    const closed = { windowFrom: new Date('2026-02-01Z'), windowUntil: new Date('2026-02-02Z') };
    const { windowFrom, windowUntil } = await client.transition.findFirstOrThrow();
    await client.transition.updateMany({ data: closed });
    const { body: calm } = await api.get('/reports/calibration?from=2026-02-01T00:00:00Z');
    const { items } = calm as { items: { weeks: number }[] };
    expect(items.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(4);
    await client.transition.updateMany({ data: { windowFrom, windowUntil } });
    const day = '/reports/on-call?from=2026-03-05T00:00:00Z&until=2026-03-06T00:00:00Z';
    expect((await api.get(day)).status).toBe(403);
    const bearer = await api.token({ customers: ['*'], may: ['read'] });
    const response = await fetch(`${api.url}/api/v1${day}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const duty = (await response.json()) as { items: { hours: number }[] };
    expect(duty.items.map(({ hours }) => hours)).toEqual([24]);
  });

  test("reports how a customer's quarter went, with what is for the vendor alone only where it is asked for", async () => {
    const { body } = await api.get('/customers/northwind/reviews');
    expect(body).toMatchObject({ items: [{ id: 'Q1-2026', state: 'running' }, {}] });
    const read = await api.get('/customers/northwind/reviews/Q1-2026');
    expect(read.status).toBe(200);
    const own = { audience: 'internal', part: 'own' };
    expect((read.body as { lines: object[] }).lines).not.toContainEqual(
      expect.objectContaining(own),
    );
    const ours = await api.get('/customers/northwind/reviews/Q1-2026?copy=internal');
    expect((ours.body as { lines: object[] }).lines).toContainEqual(expect.objectContaining(own));
    expect((await api.get('/customers/northwind/reviews/Q3-2031')).status).toBe(404);
    const { get } = await api.as({ customers: ['lakeside'], may: ['read'] });
    expect((await get('/customers/northwind/reviews')).status).toBe(404);
    expect((await get('/customers/northwind/reviews/Q1-2026')).status).toBe(404);
    const bearer = await api.token({ customers: ['northwind'], may: ['read'] });
    const table = await fetch(
      `${api.url}/api/v1/customers/northwind/reviews/Q1-2026?format=csv&copy=internal`,
      { headers: { authorization: `Bearer ${bearer}` } },
    );
    expect(await table.text()).toMatch(/^audience,part,what,value\r\n.*internal,own,/s);
  });

  test('reports how a transition went, as the console does, as JSON and as a table', async () => {
    const step = '/customers/northwind/transitions/erp';
    await api.post(`${step}/milestones/backup/move`, { to: 'done' });
    const { status, body } = await api.get(`${step}/report`);
    expect(status).toBe(200);
    const { steps } = body as { steps: object[] };
    expect(steps[0]).toMatchObject({
      id: 'backup',
      state: 'done',
      planned: { from: '2026-03-06T23:00:00.000Z' },
      until: expect.any(String),
    });
    const foreign = { customers: ['lakeside'], may: ['read'] } as const;
    const { get } = await api.as(foreign);
    expect((await get(`${step}/report`)).status).toBe(404);
    expect((await get('/customers/lakeside/transitions/erp/report')).status).toBe(404);
    const bearer = await api.token({ customers: ['northwind'], may: ['read'] });
    const response = await fetch(`${api.url}/api/v1${step}/report?format=csv`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toContain('step done,Back up the old system,');
  });

  test('keeps internal facts out when only shared ones are wanted', async () => {
    await api.post('/customers/northwind/events', { externalId: 'in-1', text: 'Only for us' });
    const { body } = await api.get('/customers/northwind/timeline?visibility=shared');
    expect(JSON.stringify(body)).not.toContain('Only for us');
  });

  test('answers the situation by shared facts alone', async () => {
    await api.post('/customers/northwind/events', {
      externalId: 'in-2',
      text: 'Disk is slow, hush',
    });
    const { body } = await api.get('/customers/northwind/situation');
    expect(body).toMatchObject({ customer: 'northwind', withYou: { advocate: 'Nora Whitfield' } });
    expect(JSON.stringify(body)).not.toContain('hush');
  });

  test('says which part of the query is wrong', async () => {
    const { status, body } = await api.get('/customers/northwind/timeline?since=yesterday');
    expect([status, body]).toMatchObject([400, { errors: [{ field: 'since' }] }]);
  });
});

describe('the setup', () => {
  test('takes a new person, a changed schedule and an escalation, and says what it has', async () => {
    const person = { name: 'Ada Brandt', side: 'vendor', timeZone: 'Europe/Berlin' };
    const made = await api.put('/people/eng-9', person);
    expect([made.status, made.body]).toMatchObject([201, { id: 'eng-9', ...person }]);
    const duty = {
      timeZone: 'Europe/London',
      rotation: { every: '1w', start: '2026-03-02T09:00', people: ['eng-9'] },
    };
    expect((await api.put('/schedules/nights', duty)).status).toBe(201);
    const levels = [{ to: ['advocate', { schedule: 'nights' }], wait: '5m' }];
    expect((await api.put('/escalations/nights', { levels })).status).toBe(201);
    expect((await api.get('/escalations/nights')).body).toMatchObject({
      id: 'nights',
      levels,
      repeat: 3,
    });
  });

  test('refuses what a file could not say, and names the field', async () => {
    const wrong = await api.put('/escalations/odd', {
      levels: [{ to: [{ schedule: 'nowhere' }], wait: '5m' }],
    });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { errors: [{ field: expect.stringContaining('levels.0.to.0') }] },
    ]);
    const zone = await api.put('/people/eng-8', { name: 'X', side: 'vendor', timeZone: 'Mars' });
    expect([zone.status, zone.body]).toMatchObject([422, { errors: [{ field: 'timeZone' }] }]);
    expect((await api.get('/people/eng-8')).status).toBe(404);
  });

  test('changes only the version that was read', async () => {
    const read = await api.get('/people/adv-1');
    const etag = read.headers.get('etag') ?? '';
    const renamed = { ...(read.body as object), name: 'Nora W.' };
    const first = await api.put('/people/adv-1', renamed, { 'If-Match': etag });
    const second = await api.put('/people/adv-1', renamed, { 'If-Match': etag });
    expect([first.status, second.status]).toEqual([200, 412]);
    await api.put('/people/adv-1', read.body);
  });

  test('takes out what nothing needs any more, and says who still needs the rest', async () => {
    expect((await api.delete('/escalations/default')).status).toBe(409);
    await api.put('/escalations/spare', { levels: [{ to: ['advocate'], wait: '5m' }] });
    expect((await api.delete('/escalations/spare')).status).toBe(204);
    expect((await api.get('/escalations/spare')).status).toBe(404);
  });

  test('leaves a transition that has begun, and takes out one that has not', async () => {
    const next = {
      kind: 'upgrade',
      name: 'Next year',
      window: { from: '2026-11-06T18:00:00-05:00', until: '2026-11-07T06:00:00-05:00' },
    };
    expect((await api.put('/customers/northwind/transitions/next', next)).status).toBe(201);
    expect((await api.delete('/customers/northwind/transitions/next')).status).toBe(204);
    expect((await api.delete('/customers/northwind/transitions/erp')).status).toBe(409);
  });

  test('is not moved under the eyes of a customer by a token that may not publish', async () => {
    const quiet = await api.as({ may: ['setup', 'read'], mayPublish: false });
    const { body } = await api.get('/customers/northwind/transitions/erp');
    const moved = {
      ...(body as object),
      window: { from: '2026-03-06T19:00:00-05:00', until: '2026-03-07T07:00:00-05:00' },
    };
    const refused = await quiet.put('/customers/northwind/transitions/erp', moved);
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'may-not-publish' }]);
    expect((await api.get('/customers/northwind/transitions/erp')).body).toEqual(body);
  });

  test('of all customers is not changed by a token for one of them', async () => {
    const narrow = await api.as({ may: ['setup', 'read'], customers: ['northwind'] });
    expect(
      (await narrow.put('/escalations/mine', { levels: [{ to: ['advocate'], wait: '5m' }] }))
        .status,
    ).toBe(403);
  });
});

describe('a step of the plan', () => {
  const path = '/customers/northwind/transitions/erp/milestones/backup/move';

  test('becomes what a deployment tool says, and the customer can read it', async () => {
    const quiet = await api.as({ may: ['milestones'], mayPublish: false });
    expect((await quiet.post(path, { to: 'underway' })).status).toBe(403);
    const begun = await api.post(path, { to: 'underway', at: '2026-03-06T18:00-05:00' });
    expect([begun.status, begun.body]).toMatchObject([200, { state: 'underway' }]);
    const { body } = await api.get('/customers/northwind/situation');
    expect(body).toMatchObject({ transitions: [{ now: [{ id: 'backup' }] }] });
    const slipped = await api.post(path, {
      to: 'late',
      reason: 'the disk is slow',
      until: '2026-03-06T20:30-05:00',
    });
    expect([slipped.status, slipped.body]).toMatchObject([
      200,
      { until: '2026-03-07T01:30:00.000Z' },
    ]);
    expect((await api.post(path, { to: 'done', until: '2026-03-06T21:00Z' })).status).toBe(422);
    expect((await api.post(path, { to: 'done' })).status).toBe(200);
    expect((await api.post(path, { to: 'late' })).status).toBe(409);
    expect((await api.post(path, { to: 'finished' })).status).toBe(422);
  });
});

describe('a page by another system', () => {
  test('calls somebody once, however often it is sent', async () => {
    const raised = await api.post('/customers/northwind/pages', {
      reason: 'Posting queue is full',
      externalId: 'a-1',
    });
    const again = await api.post('/customers/northwind/pages', {
      reason: 'Posting queue is full',
      externalId: 'a-1',
    });
    expect([raised.status, again.status]).toEqual([201, 200]);
    expect(raised.body).toMatchObject({ state: 'open', raisedBy: 'api', isShared: false });
    expect((again.body as { id: string }).id).toBe((raised.body as { id: string }).id);
    expect((await api.get('/pages?state=open')).body).toMatchObject({
      items: [{ reason: 'Posting queue is full', joined: 0 }],
    });
    const other = await api.post('/customers/northwind/pages', {
      reason: 'Other words',
      externalId: 'a-1',
    });
    expect(other.status).toBe(409);
  });

  test('is answered by the people it called, and by nobody else', async () => {
    const { body } = await api.get('/pages?state=open');
    const [page] = (body as { items: { id: string; called: string[] }[] }).items;
    const path = `/pages/${page?.id}`;
    expect((await api.post(`${path}/acknowledge`, { by: 'sales-1' })).status).toBe(403);
    expect((await api.post(`${path}/acknowledge`, {})).status).toBe(422);
    const taken = await api.post(`${path}/acknowledge`, { by: page?.called[0] });
    expect([taken.status, taken.body]).toMatchObject([
      200,
      { state: 'acknowledged', owner: page?.called[0] },
    ]);
    expect((await api.post(`${path}/update`, { text: 'Restarting the queue' })).status).toBe(200);
    const over = await api.post(`${path}/resolve`, { note: 'Queue restarted' });
    expect([over.status, over.body]).toMatchObject([200, { state: 'resolved', resolution: null }]);
    expect((await api.post(`${path}/resolve`, {})).status).toBe(409);
  });

  test('of another customer is no page for this token', async () => {
    const made = await api.as({ customers: ['lakeside'], may: ['pages', 'read'] });
    const { body } = await made.post('/customers/lakeside/pages', { reason: 'Theirs' });
    const id = (body as { id: string }).id;
    const narrow = await api.as({ customers: ['northwind'], may: ['pages', 'read'] });
    expect((await narrow.post(`/pages/${id}/acknowledge`, { by: 'adv-1' })).status).toBe(404);
    expect(JSON.stringify((await narrow.get('/pages')).body)).not.toContain('Theirs');
  });
});

describe('cadence', () => {
  test('is set by a system in the name of a manager, and only of a manager', async () => {
    const refused = await api.put('/customers/northwind/cadence', { rung: '1d', by: 'adv-2' });
    expect(refused.status).toBe(403);
    const set = await api.put('/customers/northwind/cadence', {
      rung: '2h',
      why: 'audit',
      by: 'mgr-1',
    });
    expect([set.status, set.body]).toMatchObject([
      200,
      { items: [{ transition: 'erp', pinned: true, setBy: 'mgr-1', why: 'audit' }] },
    ]);
    expect((await api.put('/customers/northwind/cadence', {})).status).toBe(422);
  });
});

describe('every request', () => {
  test('with an Idempotency-Key is done once, and refused for other words', async () => {
    const key = { 'Idempotency-Key': 'k-1' };
    const event = { externalId: 'once-1', text: 'Once' };
    const first = await api.post('/customers/northwind/events', event, key);
    const second = await api.post('/customers/northwind/events', event, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    const other = await api.post('/customers/northwind/events', { ...event, text: 'Twice' }, key);
    expect([other.status, other.body]).toMatchObject([
      422,
      { errors: [{ field: 'Idempotency-Key' }] },
    ]);
  });

  test('says how much a token may still send', async () => {
    const { headers } = await api.get('/customers');
    expect(headers.get('ratelimit-policy')).toMatch(/^"token";q=\d+;w=\d+$/);
    expect(headers.get('ratelimit')).toMatch(/^"token";r=\d+;t=\d+$/);
  });

  test('needs the right it is about, and a token that has not run out', async () => {
    const narrow = await api.as({ may: ['events'] });
    expect((await narrow.get('/customers')).status).toBe(403);
    const ended = await api.as({ expiresAt: new Date('2026-03-06T22:59:00Z') });
    expect((await ended.get('/customers')).status).toBe(401);
  });

  test('takes a hundred events, each by its own name when one is wrong, and writes none of them then', async () => {
    const events = Array.from({ length: 100 }, (_, n) => ({
      externalId: `h-${n}`,
      text: 'x',
      at: '2026-03-06T18:00+0100',
    }));
    const bad = events.map((one, n) => (n === 41 ? { ...one, at: 'soon' } : one));
    const refused = await api.post('/customers/northwind/events', bad);
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ field: '41.at' }] }]);
    expect((await api.post('/customers/northwind/events', events)).status).toBe(201);
    expect((await api.post('/customers/northwind/events', [...events, events[0]])).status).toBe(
      422,
    );
  });
});
