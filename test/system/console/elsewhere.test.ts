import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { minute, plus } from '../../../src/shared/time.ts';
import { type FakeProvider, openFakeProvider } from '../../harness/fake-provider.ts';
import { type Caller, type ConsoleStage, createCaller, openConsoleStage } from './stage.ts';

let provider: FakeProvider;
let at: ConsoleStage;

const mailbox = 'nora@vendor.example';
const client = () => at.ports.database.client;
const asNora = { email: mailbox, email_verified: true };

beforeAll(async () => {
  provider = await openFakeProvider();
  at = await openConsoleStage(undefined, undefined, { provider });
  const { contact } = await client().person.findUniqueOrThrow({ where: { id: 'adv-1' } });
  const way = { via: 'email', to: mailbox, afterMinutes: 0 };
  const ways = Array.isArray(contact) ? [...contact, way] : [way];
  await client().person.update({ where: { id: 'adv-1' }, data: { contact: ways } });
});
afterAll(async () => {
  await at.close();
  await provider.close();
});
beforeEach(() => {
  // So many at one moment would be slowed down.
  at.ports.clock.moveTo(plus(at.ports.clock.now(), minute));
  provider.says = asNora;
  provider.signs = 'well';
});

/** As far as the provider, and the address it sends the browser back to. */
async function prove(caller: Caller): Promise<string> {
  const away = await caller.get('/console/elsewhere');
  expect(away.status).toBe(303);
  const back = await provider.visit(away.location ?? '');
  return back.slice(at.url.length);
}

const refused = 'Your organisation’s sign-in did not come through';

describe('signing in with the account of one’s organisation', () => {
  test('is offered at the door, and lets in whoever has a verified mailbox that is listed', async () => {
    const caller = createCaller(at.url);
    expect((await caller.get('/console/sign-in')).body).toContain('your organisation’s account');
    const back = await prove(caller);
    const came = await caller.get(back);
    expect([came.status, came.location]).toEqual([303, '/console']);
    expect(came.headers.getSetCookie()[0]).toMatch(/_errand=; .*Max-Age=0/);
    expect((await caller.get('/console')).body).toContain('Northwind');
    const audit = await client().audit.findFirst({ where: { subject: 'provider' } });
    expect(audit).toMatchObject({ actorId: 'adv-1', action: 'console.sign-in' });
  });

  test('is asked for by a code with a challenge, a state and a nonce of its own each time', async () => {
    const seen = new Set<string>();
    for (const caller of [createCaller(at.url), createCaller(at.url)]) {
      const { location } = await caller.get('/console/elsewhere');
      const { searchParams: asked } = new URL(location ?? '');
      expect(asked.get('response_type')).toBe('code');
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('redirect_uri')).toBe(`${at.url}/console/elsewhere/back`);
      for (const name of ['state', 'nonce', 'code_challenge']) seen.add(asked.get(name) ?? '');
    }
    expect(seen.size).toBe(6);
  });

  test.each([
    ['a mailbox that nobody has verified', { ...asNora, email_verified: false }],
    ['a mailbox of which nothing is said', { email: mailbox }],
    ['"true" in place of true', { ...asNora, email_verified: 'true' }],
    ['a mailbox that is nobody’s', { ...asNora, email: 'somebody@vendor.example' }],
    ['no mailbox at all', {}],
    ['an account of Teams, from who does not run it', { tid: 't-1', oid: 'o-1' }],
    ['a token for another client', { ...asNora, aud: 'somebody-else' }],
    ['a token of another issuer', { ...asNora, iss: 'http://127.0.0.1:1' }],
    ['a token that is over', { ...asNora, exp: 1 }],
    ['a nonce of another visit', { ...asNora, nonce: 'another' }],
  ])('%s lets nobody in', async (_what, says) => {
    provider.says = says;
    await staysOut(createCaller(at.url));
  });

  test.each(['with a strange key', 'nothing'] as const)(
    'a token signed %s lets nobody in',
    async signs => {
      provider.signs = signs;
      await staysOut(createCaller(at.url));
    },
  );

  async function staysOut(caller: Caller): Promise<void> {
    const came = await caller.get(await prove(caller));
    expect([came.status, came.body.includes(refused)]).toEqual([403, true]);
    expect((await caller.get('/console')).location).toBe('/console/sign-in');
  }

  test('a way back works in the browser it was begun in, once, and with its own state', async () => {
    const caller = createCaller(at.url);
    const back = await prove(caller);
    const given = provider.codes.given;
    const other = createCaller(at.url);
    await other.get('/console/elsewhere');
    for (const stranger of [createCaller(at.url), other])
      expect((await stranger.get(back)).status).toBe(403);
    const forged = back.replace(/state=[^&]+/, 'state=forged');
    expect((await createCaller(at.url).get(forged)).status).toBe(403);
    expect(provider.codes.given).toBe(given);
    expect((await caller.get(back)).status).toBe(303);
    expect((await caller.get(back)).status).toBe(403);
  });

  test('somebody who has left, or is not ours, stays out', async () => {
    const adv = { where: { id: 'adv-1' } };
    await client().person.update({ ...adv, data: { active: false } });
    await staysOut(createCaller(at.url));
    await client().person.update({ ...adv, data: { active: true, side: 'customer' } });
    await staysOut(createCaller(at.url));
    await client().person.update({ ...adv, data: { side: 'vendor' } });
  });

  test('a mailbox that two have lets in neither', async () => {
    const way = [{ via: 'email', to: mailbox.toUpperCase(), afterMinutes: 0 }];
    const two = { where: { id: 'adv-2' } };
    const { contact } = await client().person.findUniqueOrThrow(two);
    await client().person.update({ ...two, data: { contact: way } });
    await staysOut(createCaller(at.url));
    await client().person.update({ ...two, data: { contact: contact ?? [] } });
  });

  test('begins a session with a secret of its own, and ends the one before', async () => {
    const caller = await at.enter('adv-1');
    const before = caller.cookie();
    await caller.get(await prove(caller));
    expect((await caller.get('/console')).status).toBe(200);
    expect(caller.cookie()).not.toBe(before);
    const old = { headers: { cookie: before }, redirect: 'manual' } as const;
    expect((await fetch(`${at.url}/console`, old)).status).toBe(303);
  });

  test('is slowed down for a stranger who tries too much', async () => {
    const caller = createCaller(at.url);
    const statuses: number[] = [];
    for (let tries = 0; tries < 40; tries += 1)
      statuses.push((await caller.get('/console/elsewhere/back?code=x&state=y')).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('a provider that does not answer is said, and asked again by the next who comes', async () => {
    const down = await openFakeProvider();
    await down.close();
    const lonely = await openConsoleStage(undefined, undefined, { provider: down });
    const came = await createCaller(lonely.url).get('/console/elsewhere');
    expect([came.status, came.body.includes(refused)]).toEqual([403, true]);
    await lonely.close();
  });
});

test('where there is no provider there is no such way', async () => {
  const plain = await openConsoleStage();
  const caller = createCaller(plain.url);
  expect((await caller.get('/console/sign-in')).body).not.toContain('organisation');
  expect((await caller.get('/console/elsewhere')).status).toBe(404);
  expect((await caller.get('/console/elsewhere/back?code=x')).status).toBe(404);
  await plain.close();
});
