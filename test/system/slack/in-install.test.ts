import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { botScopes } from '../../../src/adapters/slack/workspace/scopes.ts';
import { minute, plus } from '../../../src/shared/time.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { bot, type Front, furnish, ids, openFront, until } from './front.ts';

const redirectUri = 'https://handrail.example.com/slack/oauth_redirect';
const secretKey = '5e'.repeat(32);
const hour = 3_600_000;

let slack: FakeSlack;
let front: Front;
beforeEach(async () => {
  const ports = await openTestDatabase('2026-03-04T15:00:00Z');
  slack = await openFakeSlack({ now: () => ports.clock.now().getTime() });
  furnish(slack);
  slack.directory.tokens.clear();
  front = await openFront({
    slack,
    ports,
    isDown: true,
    secretKeys: [secretKey],
    settings: {
      botToken: null,
      client: { id: slack.oauth.clientId, secret: slack.oauth.clientSecret },
      workspaces: ['T0VEND', 'E0VEND'],
    },
  });
});
afterEach(async () => {
  await front.close();
  await slack.close();
  await front.ports.database.close();
});

const client = () => front.ports.database.client;
const grant = (team: string, more: object = {}) =>
  slack.oauth.allow({ team, scopes: [...botScopes], redirectUri, ...more });

/** Opens the page as a browser does: where its button leads, and the cookie it keeps. */
async function begin() {
  const response = await fetch(`${front.server.url}/slack/install`);
  const html = await response.text();
  const link = /href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const set = response.headers.getSetCookie()[0] ?? '';
  return { link: new URL(link), set, cookie: set.split(';')[0] ?? '' };
}

interface Back {
  readonly state: string;
  readonly code?: string;
  readonly cookie?: string;
  readonly error?: string;
}

async function comeBack({ cookie, ...query }: Back) {
  const url = `${front.server.url}/slack/oauth_redirect?${new URLSearchParams({ ...query })}`;
  const response = await fetch(url, {
    headers: cookie ? { Cookie: cookie } : {},
    redirect: 'manual',
  });
  return { status: response.status, text: await response.text() };
}

async function install(team: string, more: object = {}) {
  const { link, cookie } = await begin();
  const state = link.searchParams.get('state') ?? '';
  return comeBack({ state, cookie, code: grant(team, more) });
}

describe('a workspace installs the app by itself', () => {
  test('the page asks for what the manifest asks for, and binds the attempt to the browser', async () => {
    const { link, set } = await begin();
    expect(link.searchParams.get('scope')?.split(',')).toEqual([...botScopes]);
    expect(link.searchParams.get('redirect_uri')).toBe(redirectUri);
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/Secure/);
    expect(set).toMatch(/SameSite=Lax/);
  });

  test('and works from then on; its token is nowhere to be read in the database', async () => {
    expect((await install('T0VEND')).status).toBe(200);
    const [row] = await client().slackInstallation.findMany();
    const [token] = [...slack.directory.tokens.keys()];
    expect(row).toMatchObject({ workspace: 'T0VEND', state: 'active', botUserId: bot });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await client().ownWorkspace.findMany()).toEqual([
      { platform: 'slack', workspace: 'T0VEND' },
    ]);
    // What waited for the installation is said first, once it was seen who reads it.
    await front.runUntilIdle(minute);
    const said = await front.says(ids.lead, ids.shared, `<@${bot}> what's happening now?`);
    expect(said.filter(({ channel }) => channel === ids.shared).at(-1)?.text).toContain('Back up');
  });

  test('an organisation-wide installation is kept under its enterprise', async () => {
    slack.directory.addTeam('T0GRID', { enterprise: 'E0VEND' });
    expect((await install('T0GRID', { isEnterpriseInstall: true })).status).toBe(200);
    expect(await client().slackInstallation.findMany()).toMatchObject([
      { workspace: 'E0VEND', enterprise: 'E0VEND' },
    ]);
  });
});

describe('what must not work', () => {
  const nothing = async () => {
    expect(await client().slackInstallation.count()).toBe(0);
    expect(await client().ownWorkspace.count()).toBe(0);
  };

  test('a workspace that is not on the list; its token is given back', async () => {
    expect((await install('T0CUST')).status).toBe(403);
    await nothing();
    expect([...slack.directory.tokens.values()].map(({ state }) => state)).toEqual([
      'token_revoked',
    ]);
  });

  test('the same state twice', async () => {
    const { link, cookie } = await begin();
    const state = link.searchParams.get('state') ?? '';
    expect((await comeBack({ state, cookie, error: 'access_denied' })).status).toBe(200);
    expect((await comeBack({ state, cookie, code: grant('T0VEND') })).status).toBe(400);
    await nothing();
  });

  test('two at once with one state: one of them', async () => {
    const { link, cookie } = await begin();
    const state = link.searchParams.get('state') ?? '';
    const codes = [grant('T0VEND'), grant('T0VEND'), grant('T0VEND')];
    const all = await Promise.all(codes.map(code => comeBack({ state, cookie, code })));
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
  });

  test.each([
    ['no cookie', (_mine: string, _other: string) => undefined],
    ["somebody else's cookie", (_mine: string, other: string) => other],
    ['a cookie made up', () => `handrail_slack_install=${'a'.repeat(32)}`],
  ])('%s', async (_what, choose) => {
    const [mine, other] = [await begin(), await begin()];
    const state = mine.link.searchParams.get('state') ?? '';
    const cookie = choose(mine.cookie, other.cookie);
    const back = await comeBack({ state, code: grant('T0VEND'), ...(cookie && { cookie }) });
    expect(back.status).toBe(400);
    await nothing();
  });

  test('a state that is old, changed or made up', async () => {
    const { link, cookie } = await begin();
    const state = link.searchParams.get('state') ?? '';
    const [id = '', signature = ''] = state.split('.');
    for (const wrong of [
      '',
      'x',
      `${id}.`,
      `.${signature}`,
      `${id}x.${signature}`,
      `${id}.${signature}x`,
    ])
      expect((await comeBack({ state: wrong, cookie, code: grant('T0VEND') })).status).toBe(400);
    front.ports.clock.moveTo(plus(front.ports.clock.now(), 10 * 60_000));
    expect((await comeBack({ state, cookie, code: grant('T0VEND') })).status).toBe(400);
    await nothing();
  });

  test('a code that Slack does not know, and a Slack that does not answer', async () => {
    const { link, cookie } = await begin();
    const state = link.searchParams.get('state') ?? '';
    expect((await comeBack({ state, cookie, code: 'made-up' })).status).toBe(400);
    const lift = slack.faults.set({ kind: 'reset', method: 'oauth.v2.access' });
    expect((await install('T0VEND')).status).toBe(502);
    lift();
    await nothing();
  });

  test('a hundred malformed requests say nothing of our insides', async () => {
    const odd = ['', '%00', '%FF', 'a'.repeat(4000), '[]', '../..', '<script>alert(1)</script>'];
    for (const one of odd)
      for (const [key, value] of [
        ['state', one],
        ['code', one],
        ['error', one],
        [one || 'x', one],
      ])
        for (const path of ['oauth_redirect', 'install']) {
          const query = `${key}=${encodeURIComponent(value ?? '')}&${key}=2`;
          const response = await fetch(`${front.server.url}/slack/${path}?${query}`);
          expect([200, 400, 429]).toContain(response.status);
          expect(await response.text()).not.toMatch(/node_modules|\.ts:|prisma|<script>alert/i);
        }
  });
});

describe('tokens that expire', () => {
  test('are exchanged in good time, once, also when two processes look', async () => {
    await install('T0VEND', { rotates: true });
    const row = () =>
      client().slackInstallation.findUniqueOrThrow({ where: { workspace: 'T0VEND' } });
    const first = await row();
    expect(first.expiresAt?.getTime()).toBeGreaterThan(front.ports.clock.now().getTime());
    const second = await openFront({
      slack,
      ports: front.ports,
      setup: null,
      isDown: true,
      secretKeys: [secretKey, 'aa'.repeat(32)],
      settings: {
        botToken: null,
        client: { id: slack.oauth.clientId, secret: slack.oauth.clientSecret },
        workspaces: ['T0VEND'],
      },
    });
    const third = await openFront({
      slack,
      ports: front.ports,
      setup: null,
      isDown: true,
      secretKeys: [secretKey],
      settings: {
        botToken: null,
        client: { id: slack.oauth.clientId, secret: slack.oauth.clientSecret },
        workspaces: ['T0VEND'],
      },
    });
    const refreshes = () =>
      slack.callsOf('oauth.v2.access').filter(({ args }) => args.grant_type === 'refresh_token');
    expect(refreshes()).toHaveLength(0);
    front.ports.clock.moveTo(plus(front.ports.clock.now(), 7 * hour));
    second.joined.checkTokens();
    third.joined.checkTokens();
    await until(async () => (await row()).botToken !== first.botToken);
    expect(refreshes().map(({ answer }) => answer?.ok)).toEqual([true]);
    await second.close();
    await third.close();
    // What had to wait while nothing was installed goes out first.
    await front.runUntilIdle(600_000);
    const said = await front.says(ids.lead, ids.shared, `<@${bot}> what's happening now?`);
    expect(said.filter(({ channel }) => channel === ids.shared).at(-1)?.text).toContain('Back up');
  });
});
