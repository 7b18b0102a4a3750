import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minute, plus } from '../../../src/shared/time.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { type Client, openClient } from './client.ts';
import { openTestServer } from './server.ts';

let api: Client;
beforeAll(async () => {
  api = await openClient();
});
afterAll(() => api.close());

const people = { advocate: 'adv-1', manager: 'mgr-1' };
const setupWith = (name: string, transitions = [buildGoLive()]) =>
  buildNorthwind({
    customers: [
      buildCustomer({ id: 'northwind', name, people, transitions }),
      buildCustomer({ id: 'lakeside', people, transitions: [] }),
    ],
  });

const nameOf = async () => ((await api.get('/customers/northwind')).body as { name: string }).name;

describe('a whole setup file', () => {
  test('only shows what it would change while it is tried', async () => {
    const before = await nameOf();
    const tried = await api.post('/setup?dryRun=true', setupWith('Northwind Ltd'));
    expect([tried.status, tried.body]).toMatchObject([
      200,
      { values: [{ path: 'customers.northwind.name', after: 'Northwind Ltd' }] },
    ]);
    expect(await nameOf()).toBe(before);
  });

  test('is imported, and changes nothing the second time', async () => {
    const first = await api.post('/setup', setupWith('Northwind Ltd'));
    expect(first.body).toMatchObject({ changed: ['customer northwind'] });
    expect(await nameOf()).toBe('Northwind Ltd');
    const second = await api.post('/setup', setupWith('Northwind Ltd'));
    expect(second.body).toMatchObject({ created: [], changed: [], values: [] });
  });

  test('sent again under its key is answered as before; a trial uses no key up', async () => {
    const key = { 'Idempotency-Key': 'setup-1' };
    await api.post('/setup?dryRun=true', setupWith('Northwind Inc'), key);
    const first = await api.post('/setup', setupWith('Northwind Inc'), key);
    const again = await api.post('/setup', setupWith('Northwind Inc'), key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
  });

  test('lists what it no longer names, and takes it away only with prune', async () => {
    const next = {
      kind: 'upgrade',
      name: 'Next year',
      window: { from: '2026-11-06T18:00:00-05:00', until: '2026-11-07T06:00:00-05:00' },
    };
    await api.put('/customers/northwind/transitions/next', next);
    await api.put('/people/eng-7', { name: 'Ada Brandt', side: 'vendor' });
    const listed = await api.post('/setup', setupWith('Northwind Inc'));
    expect(listed.body).toMatchObject({ gone: [], removed: [] });
    expect((listed.body as { left: string[] }).left).toContain(
      'transition northwind/next (no longer in the file)',
    );
    const goes = { gone: ['eng-7'], removed: ['transition northwind/next'] };
    const tried = await api.post('/setup?prune=true&dryRun=true', setupWith('Northwind Inc'));
    expect(tried.body).toMatchObject(goes);
    expect((await api.get('/customers/northwind/transitions/next')).status).toBe(200);
    const pruned = await api.post('/setup?prune=true', setupWith('Northwind Inc'));
    expect(pruned.body).toMatchObject(goes);
    expect((await api.get('/customers/northwind/transitions/next')).status).toBe(404);
  });

  test('with something wrong is refused whole, and each field is named', async () => {
    const wrong = { ...setupWith('Wrong Ltd'), escalations: [{ id: 'default', levels: [] }], x: 1 };
    const { status, body, headers } = await api.post('/setup', wrong);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    const fields = (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['escalations.0.levels', 'x']));
    expect(await nameOf()).toBe('Northwind Inc');
  });

  test('is not for a token of one customer, nor tells a customer anything for one that may not publish', async () => {
    const narrow = await api.as({ customers: ['northwind'], may: ['setup'] });
    expect((await narrow.post('/setup', setupWith('Theirs'))).status).toBe(403);
    const quiet = await api.as({ customers: ['*'], may: ['setup'], mayPublish: false });
    const later = { from: '2026-03-06T19:00:00-05:00', until: '2026-03-07T07:00:00-05:00' };
    const moved = setupWith('Northwind Inc', [buildGoLive({ window: later })]);
    const refused = await quiet.post('/setup', moved);
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'may-not-publish' }]);
  });

  test('of more customers than one transaction should hold is to be sent in parts', async () => {
    const whole = setupWith('Northwind Inc');
    const more = Array.from({ length: 100 }, (_, n) =>
      buildCustomer({ id: `c-${n}`, people, places: [], transitions: [] }),
    );
    const customers = [...whole.customers, ...more];
    const { status, body } = await api.post('/setup', { ...whole, customers });
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'customers' }] }]);
  });
});

describe('versions', () => {
  test('a version that was never read changes nothing and takes nothing out', async () => {
    const levels = [{ to: ['advocate'], wait: '5m' }];
    const stale = { 'If-Match': '"never-read"' };
    expect((await api.put('/escalations/spare', { levels }, { 'If-Match': '*' })).status).toBe(412);
    const made = await api.put('/escalations/spare', { levels });
    const etag = made.headers.get('etag') ?? '';
    expect((await api.get('/escalations/spare')).headers.get('etag')).toBe(etag);
    expect((await api.put('/escalations/spare', { levels }, stale)).status).toBe(412);
    expect((await api.delete('/escalations/spare', stale)).status).toBe(412);
    const either = { 'If-Match': `"another", ${etag}` };
    expect((await api.delete('/escalations/spare', either)).status).toBe(204);
  });
});

describe('lists', () => {
  test('go on from where they were, also while something is added', async () => {
    const reasons = ['first', 'second', 'third'];
    for (const reason of reasons) {
      const raised = await api.post('/customers/northwind/pages', { reason });
      const { id, called } = raised.body as { id: string; called: string[] };
      await api.post(`/pages/${id}/acknowledge`, { by: called[0] });
      await api.post(`/pages/${id}/resolve`, {});
    }
    const first = (await api.get('/pages?limit=2')).body as Listed;
    api.ports.clock.moveTo(plus(api.ports.clock.now(), minute));
    await api.post('/customers/northwind/pages', { reason: 'meanwhile' });
    const second = (await api.get(`/pages?limit=2&cursor=${first.nextCursor}`)).body as Listed;
    const seen = [...first.items, ...second.items].map(({ reason }) => reason);
    expect([seen.sort(), second.nextCursor]).toEqual([[...reasons].sort(), null]);
  });

  test('say that a cursor is none of theirs', async () => {
    const { status, body } = await api.get('/pages?cursor=nonsense');
    expect([status, body]).toMatchObject([400, { errors: [{ field: 'cursor' }] }]);
  });

  test("with another token's cursor or key show and do nothing of its customers", async () => {
    const may = ['events', 'read'] as const;
    const ours = await api.as({ customers: ['northwind'], may });
    const theirs = await api.as({ customers: ['lakeside'], may });
    const { nextCursor } = (await ours.get('/pages?limit=1')).body as Listed;
    expect(nextCursor).not.toBeNull();
    const crossed = await theirs.get(`/pages?cursor=${nextCursor}`);
    expect(crossed.body).toEqual({ items: [], nextCursor: null });
    const key = { 'Idempotency-Key': 'one-key' };
    const fact = { text: 'Restored', externalId: 'one' };
    expect((await ours.post('/customers/northwind/events', fact, key)).status).toBe(201);
    expect((await theirs.post('/customers/northwind/events', fact, key)).status).toBe(404);
    expect((await theirs.post('/customers/lakeside/events', fact, key)).status).toBe(201);
  });
});

interface Listed {
  readonly items: readonly { readonly reason: string }[];
  readonly nextCursor: string | null;
}

describe('moments', () => {
  const sixInLondon = '2026-03-06T18:00:00.000Z';

  test.each([
    ['RFC 3339', '2026-03-06T18:00:00Z'],
    ['date -Is', '2026-03-06T19:00:00+01:00'],
    ['without seconds', '2026-03-06T18:00Z'],
    ['Jira', '2026-03-06T19:00:00.000+0100'],
    ['Go', '2026-03-06T18:00:00.000000000Z'],
    ['Python', '2026-03-06T18:00:00.000000+00:00'],
    ['git log --date=iso', '2026-03-06 19:00:00 +0100'],
    ['PostgreSQL', '2026-03-06 18:00:00+00'],
    ['Ruby', '2026-03-06 18:00:00 UTC'],
    ['date --rfc-3339', '2026-03-06 13:00:00-05:00'],
  ])('are read as %s writes them', async (tool, at) => {
    await api.post('/customers/northwind/events', { externalId: `at ${tool}`, text: tool, at });
    const { at: stored } = await api.ports.database.client.event.findFirstOrThrow({
      where: { externalId: `at ${tool}` },
    });
    expect(stored.toISOString()).toBe(sixInLondon);
  });

  test.each([
    '2026-03-06T18:00:00',
    '2026-03-06',
    '1772820000',
    'Fri, 6 Mar 2026 18:00',
    '2026-02-30T18:00Z',
  ])('without an offset, or on no day at all, are refused with what to write: %s', async at => {
    const event = { externalId: `no ${at}`, text: 'When?', at };
    const { status, body } = await api.post('/customers/northwind/events', event);
    expect([status, body]).toMatchObject([
      422,
      { errors: [{ field: 'at', detail: expect.stringContaining('2026-03-06T18:00:00-05:00') }] },
    ]);
  });
});

test('a token that sends too much is told how long to wait, and the others are not', async () => {
  const at = await openTestServer({ rate: { burst: 3, perSecond: 0.5 } });
  const [busy, calm] = [await at.token({ may: ['read'] }), await at.token({ may: ['read'] })];
  const ask = (token: string) =>
    fetch(`${at.url}/api/v1/customers`, { headers: { authorization: `Bearer ${token}` } });
  const answers = [];
  for (let n = 0; n < 4; n += 1) answers.push(await ask(busy));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get('ratelimit'))).toEqual([
    '"token";r=2;t=2',
    '"token";r=1;t=4',
    '"token";r=0;t=6',
    '"token";r=0;t=6',
  ]);
  expect(answers[3]?.headers.get('retry-after')).toBe('2');
  expect(await answers[3]?.json()).toMatchObject({ status: 429, code: 'too-many' });
  expect((await ask(calm)).status).toBe(200);
  await at.close();
});
