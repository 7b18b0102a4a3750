import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { admit } from '../../../src/adapters/console/door/admit.ts';
import { type Route, type RouteName, routes } from '../../../src/adapters/console/door/routes.ts';
import { loadPortfolio } from '../../../src/adapters/console/look/load-portfolio.ts';
import { everybody } from '../../../src/adapters/console/look/portfolio-wish.ts';
import { silenceTaskKind } from '../../../src/check-ins/asking/silence.ts';
import { getCustomer } from '../../../src/customers/find-customer.ts';
import { startDrill } from '../../../src/drills/start-drill.ts';
import { changeOverrides } from '../../../src/on-call/change-overrides.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { makePromise } from '../../../src/promises/make-promise.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { nowhere } from '../../../src/setup/source.ts';
import { completeSetup } from '../../../src/setup/stored/complete-setup.ts';
import { loadStored } from '../../../src/setup/stored/load-stored.ts';
import { day, hour, minute, plus } from '../../../src/shared/time.ts';
import { askForLink } from '../../../src/sign-in/ask-for-link.ts';
import { openTask } from '../../../src/tasks/open-task.ts';
import { managementKey, managementKind } from '../../../src/tasks/task.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { tellFact } from '../../../src/webhooks/tell-fact.ts';
import { countedTrip } from './counted-trip.ts';
import { type ConsoleStage, createCaller, openConsoleStage, usualSetup } from './stage.ts';

let at: ConsoleStage;

/** What stands in the field of a setup. */
function textIn(body: string): string {
  const [, markup = ''] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(body) ?? [];
  return markup
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** How the part stood when it was shown, as its form says. */
function printIn(body: string): string {
  return /name="print" value="([\w-]*)"/.exec(body)?.[1] ?? '';
}

/** Carries people out of a trip that must change nothing. */
class TakenBack extends Error {
  readonly people: readonly { readonly id: string }[];
  constructor(people: readonly { readonly id: string }[]) {
    super('taken back');
    this.people = people;
  }
}

beforeAll(async () => {
  at = await openConsoleStage();
});
afterAll(() => at.close());

const client = () => at.ports.database.client;
const later = (milliseconds: number) =>
  at.ports.clock.moveTo(plus(at.ports.clock.now(), milliseconds));
const raise = (customerId: string) =>
  at.ports.database.trip(trip =>
    raisePage(trip, { customerId, raisedBy: 'api', words: 'It is down.', isShared: false }),
  );

describe('a review of a quarter', () => {
  const list = '/console/customers/northwind/reviews';
  const seenIn = (body: string) => /name="seen" value="([\w-]+)"/.exec(body)?.[1] ?? '';

  test('is changed and published as it was seen, and of two changes the second is told of the first', async () => {
    const adv = await at.enter('adv-1');
    const mgr = await at.enter('mgr-1');
    expect((await adv.get(list)).body).toContain(`href="${list}/Q1-2026"`);
    const before = await adv.get(`${list}/Q1-2026`);
    await mgr.get(`${list}/Q1-2026`);
    const add = (words: string) => ({ kind: 'add', revision: '0', words });
    const first = await mgr.post(`${list}/Q1-2026`, add('Two of you are trained.'));
    expect(first.location).toBe(`${list}/Q1-2026?done=changed`);
    const second = await adv.post(`${list}/Q1-2026`, add('Three <b>of</b> you are trained.'));
    expect(second.body).toMatch(/Nothing of yours is changed\.<\/b> .* changed this draft/);
    expect(second.body).toContain('What you wrote: “Three &lt;b&gt;of&lt;/b&gt; you are trained.”');
    expect(second.body).toContain('Two of you are trained.');
    const publish = (seen: string) => adv.post(`${list}/Q1-2026/publish`, { seen });
    expect((await publish(seenIn(before.body))).body).toContain('It is not what you saw any more');
    const now = await adv.get(`${list}/Q1-2026`);
    expect((await publish(seenIn(now.body))).location).toBe(`${list}/Q1-2026?done=reviewed`);
    expect((await publish(seenIn(now.body))).body).toContain('They have it already.');
    const out = await adv.get(`${list}/Q1-2026-so-far`);
    expect(out.body).toContain('Two of you are trained.');
    const theirs = await adv.get(`${list}/Q1-2026-so-far/theirs.html`);
    expect(theirs.headers.get('content-disposition')).toContain('northwind-Q1-2026-so-far.html');
    expect(theirs.body).not.toContain('For us');
    const ours = await adv.get(`${list}/Q1-2026-so-far/ours.html`);
    expect(ours.headers.get('content-disposition')).toContain('so-far-internal.html');
    expect((await adv.get(`${list}/Q1-2026/theirs.csv`)).body).toContain(
      'audience,part,what,value',
    );
    expect((await adv.get(`${list}/Q4-2031`)).status).toBe(404);
  });
});

describe('a plan', () => {
  const plan = '/console/customers/northwind/transitions/erp';

  test('says what became of a step, and reports it afterwards, as a table too', async () => {
    const caller = await at.enter('adv-1');
    await caller.get(`${plan}/steps/backup`);
    const moved = await caller.post(`${plan}/steps/backup`, { state: 'done' });
    expect(moved.location).toBe(`${plan}?done=told`);
    expect((await caller.get(`${plan}/report`)).body).toContain('What was planned');
    const table = await caller.get(`${plan}/report.csv`);
    expect(table.headers.get('content-disposition')).toContain('northwind-erp-report.csv');
    expect(table.body).toContain('step done,Back up the old system,,2026-03-06T23:00:00.000Z');
    const again = await caller.post(`${plan}/steps/backup`, { state: 'late' });
    expect(again.status).toBe(409);
  });

  test('has a drill that its manager signs, and nobody else', async () => {
    await at.ports.database.trip(async trip => {
      const customer = await getCustomer(trip.tx, 'northwind');
      await startDrill(trip, { customer, byId: 'adv-1' });
    });
    const { id } = await client().drill.findFirstOrThrow();
    await client().drill.update({ where: { id }, data: { state: 'done' } });
    const advocate = await at.enter('adv-1');
    const { body: nothing } = await advocate.get('/console/none');
    await advocate.get(plan);
    const refused = await advocate.post(`${plan}/drills/${id}/sign`);
    expect([refused.status, refused.body]).toEqual([404, nothing]);
    const manager = await at.enter('mgr-1');
    expect((await manager.get(plan)).body).toContain('Sign it');
    expect((await manager.post(`${plan}/drills/none/sign`)).status).toBe(404);
    await manager.post(`${plan}/drills/${id}/sign`);
    expect((await client().drill.findUniqueOrThrow({ where: { id } })).signedById).toBe('mgr-1');
  });
});

describe('a rehearsal', () => {
  test('of a window is lived through as it is planned, and read where it was begun', async () => {
    const { windowFrom, windowUntil, id } = await client().transition.findFirstOrThrow();
    await client().transition.update({
      where: { id },
      data: { windowUntil: plus(windowFrom, hour) },
    });
    const plan = '/console/customers/northwind/transitions/erp/rehearsal';
    const caller = await at.enter('adv-1');
    expect((await caller.get(plan)).body).toContain('Live it through');
    const before = await client().message.count({ where: { name: 'page' } });
    const begun = await caller.post(plan, { story: 'page' });
    expect(begun.location).toBe(`${plan}?done=rehearsing`);
    expect((await caller.get(plan)).body).toContain('It is being lived through');
    expect((await caller.post(plan, { story: 'calm' })).status).toBe(409);
    await at.rehearsed();
    const { body } = await caller.get(plan);
    expect(body).toContain('urgent: nothing works any more');
    expect(body).toMatch(/A page<\/?.*? to Nora Whitfield|A page to Nora Whitfield/);
    expect(body).toContain('A page to Idris Bello');
    // Nobody real was called.
    expect(await client().message.count({ where: { name: 'page' } })).toBe(before);
    const foreign = plan.replace('northwind', 'lakeside');
    expect((await caller.post(foreign, { story: 'calm' })).status).toBe(404);
    await client().transition.update({ where: { id }, data: { windowUntil } });
  });
});

describe('a link', () => {
  test('lets its person in, once, and nobody learns from it who else is here', async () => {
    const link = await at.link('adv-1');
    const caller = createCaller(at.url);
    expect((await caller.get(link)).body).toContain('Sign in as Nora Whitfield');
    // Whatever looks at links by itself uses none up.
    expect((await caller.get(link)).status).toBe(200);
    expect((await caller.post(link)).location).toBe('/console');
    expect((await caller.get('/console')).body).toContain('Northwind');
    const again = createCaller(at.url);
    expect((await again.post(link)).status).toBe(404);
    expect((await again.get('/console')).location).toBe('/console/sign-in');
  });

  test.each([
    ['just before', 10 * minute - 1, 303],
    ['at', 10 * minute, 404],
  ])('is good until ten minutes have passed: %s', async (_, milliseconds, status) => {
    const link = await at.link('adv-1');
    later(milliseconds);
    expect((await createCaller(at.url).post(link)).status).toBe(status);
  });

  test('ends when there is a newer one, and with its person', async () => {
    const first = await at.link('adv-1');
    const second = await at.link('adv-1');
    expect((await createCaller(at.url).post(first)).status).toBe(404);
    const leave = (active: boolean) =>
      client().person.update({ where: { id: 'adv-1' }, data: { active } });
    await leave(false);
    expect((await createCaller(at.url).post(second)).status).toBe(404);
    await leave(true);
  });

  test('is used by one of ten who press at the same time', async () => {
    const link = await at.link('adv-1');
    const shown = await Promise.all(
      Array.from({ length: 10 }, () => createCaller(at.url).post(link)),
    );
    expect(shown.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test('goes to the one person it is for, the same is said whoever was asked for, and no secret stays', async () => {
    const caller = createCaller(at.url);
    const told = await Promise.all(
      ['Nora Whitfield', 'nobody', 'lead-1'].map(async who => {
        const { status, body } = await caller.post('/console/sign-in', { who });
        return `${status} ${body}`;
      }),
    );
    expect(new Set(told).size).toBe(1);
    const sent = await client().message.findMany({ where: { key: { startsWith: 'sign-in:' } } });
    expect(sent.map(({ toPersonId, toPlaceId }) => [toPersonId, toPlaceId])).toEqual([
      ['adv-1', null],
    ]);
    const [, link = ''] = /(\/console\/sign-in\/\w+)/.exec(sent[0]?.text ?? '') ?? [];
    expect((await createCaller(at.url).post(link)).status).toBe(303);
    const rows = JSON.stringify(
      [
        await client().message.findMany(),
        await client().signInLink.findMany(),
        await client().consoleSession.findMany(),
      ],
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    );
    expect(rows).not.toContain(link.split('/').at(-1));
  });

  test('is sent to nobody more often than three times in ten minutes', async () => {
    await client().message.deleteMany();
    const caller = createCaller(at.url);
    for (let asked = 0; asked < 6; asked += 1)
      await caller.post('/console/sign-in', { who: 'adv-2' });
    expect(await client().message.count({ where: { toPersonId: 'adv-2' } })).toBe(3);
  });

  test('is for nobody where two are called so', async () => {
    await client().message.deleteMany();
    await client().person.update({ where: { id: 'eng-1' }, data: { name: 'Tom Adeyemi' } });
    await at.ports.database.trip(trip => askForLink(trip, { who: 'tom adeyemi', base: at.url }));
    expect(await client().message.count()).toBe(0);
    await client().person.update({ where: { id: 'eng-1' }, data: { name: 'Idris Bello' } });
  });
});

describe('a session', () => {
  test('has a secret of its own, whatever the browser was given before, and another one in time', async () => {
    const caller = await at.enter('adv-1');
    const first = caller.cookie();
    await caller.post(await at.link('adv-1'));
    expect(caller.cookie()).not.toBe(first);
    const old = (cookie: string) =>
      fetch(`${at.url}/console`, { headers: { cookie }, redirect: 'manual' });
    expect((await old(first)).status).toBe(303);
    const second = caller.cookie();
    later(31 * minute);
    await caller.get('/console');
    expect(caller.cookie()).not.toBe(second);
    expect((await old(second)).status).toBe(200);
    later(minute);
    expect((await old(second)).status).toBe(303);
    expect((await caller.get('/console')).status).toBe(200);
  });

  test('is over twelve hours after the last look, and a week after it began', async () => {
    const caller = await at.enter('adv-1');
    for (let looks = 0; looks < 13; looks += 1) {
      later(12 * hour - 1);
      expect((await caller.get('/console')).status).toBe(200);
    }
    later(12 * hour + 13);
    expect((await caller.get('/console')).status).toBe(303);
    const idle = await at.enter('adv-1');
    later(12 * hour);
    expect((await idle.get('/console')).status).toBe(303);
  });

  test('ends here, or everywhere', async () => {
    const [one, two, three] = [
      await at.enter('adv-1'),
      await at.enter('adv-1'),
      await at.enter('adv-1'),
    ];
    for (const caller of [one, two, three]) await caller.get('/console');
    await one.post('/console/sign-out');
    expect((await one.get('/console')).status).toBe(303);
    expect((await two.get('/console')).status).toBe(200);
    await two.post('/console/sign-out-everywhere');
    expect((await three.get('/console')).status).toBe(303);
  });

  test('ends with its person, at once', async () => {
    const caller = await at.enter('adv-2');
    await client().person.update({ where: { id: 'adv-2' }, data: { active: false } });
    expect((await caller.get('/console')).status).toBe(303);
    await client().person.update({ where: { id: 'adv-2' }, data: { active: true } });
  });

  test('is never begun by a customer', async () => {
    expect((await createCaller(at.url).post(await at.link('lead-1'))).status).toBe(404);
  });
});

describe('a form', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['no site at all', { origin: '' }],
    ['a frame of nowhere', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('of %s does nothing', async (_, headers) => {
    const caller = await at.enter('adv-1');
    await caller.get('/console/customers/northwind');
    const path = '/console/customers/northwind/tell';
    const fields = { text: 'forged', audience: 'shared' };
    expect((await caller.post(path, fields, headers as Record<string, string>)).status).toBe(403);
    expect(
      (await caller.post(await at.link('adv-2'), {}, headers as Record<string, string>)).status,
    ).toBe(403);
    expect(await client().event.count({ where: { text: 'forged' } })).toBe(0);
  });

  test('without its token, or with that of another session, does nothing', async () => {
    const [caller, other] = [await at.enter('adv-1'), await at.enter('adv-2')];
    await other.get('/console');
    for (const csrf of ['', 'x', other.csrf()]) {
      const shown = await caller.post('/console/customers/northwind/tell', {
        csrf,
        text: 'forged',
        audience: 'internal',
      });
      expect(shown.status).toBe(403);
    }
    expect(await client().event.count({ where: { text: 'forged' } })).toBe(0);
  });

  test('writes down what happened, and publishes it', async () => {
    const caller = await at.enter('adv-1');
    await caller.get('/console/customers/northwind');
    const path = '/console/customers/northwind/tell';
    const told = await caller.post(path, { text: 'The queue moves again.', audience: 'shared' });
    expect(told.location).toBe('/console/customers/northwind?done=published#timeline');
    expect((await caller.get(told.location ?? '')).body).toContain('Published. They read it');
    const event = await client().event.findFirst({ where: { text: 'The queue moves again.' } });
    expect([event?.visibility, event?.authorId]).toEqual(['shared', 'adv-1']);
    const news = await client().message.findFirst({
      where: { toPlaceId: 'northwind-shared', name: 'news' },
    });
    expect(news?.text).toContain('The queue moves again.');
  });

  test('takes, updates and resolves a page, and only for whoever it called', async () => {
    const { pageId } = await raise('northwind');
    const path = `/console/pages/${pageId}`;
    const stranger = await at.enter('sales-1');
    await stranger.get(path);
    const nothing = await stranger.get('/console/pages/no-such-page');
    for (const act of ['take', 'update', 'resolve']) {
      const shown = await stranger.post(`${path}/${act}`, { text: 'x' });
      expect([shown.status, shown.body]).toEqual([404, nothing.body]);
    }
    const caller = await at.enter('adv-1');
    expect((await caller.get(path)).body).toContain('I have it');
    await caller.post(`${path}/take`);
    await caller.post(`${path}/update`, { text: 'Restarting the queue.' });
    await caller.post(`${path}/resolve`, { text: 'It was full.', audience: 'shared' });
    const page = await client().page.findUniqueOrThrow({ where: { id: pageId } });
    expect([page.ownerId, page.state, page.resolution]).toEqual([
      'adv-1',
      'resolved',
      'It was full.',
    ]);
    const { body } = await caller.get(path);
    expect(body).toContain('Restarting the queue.');
    expect(body).toMatch(/You were called <time [^>]+>[^<]+<\/time>, level 1: the advocate\./);
    expect(body).toContain('Resolved by Nora Whitfield');
  });
});

describe('a dial', () => {
  const here = '/console/customers/northwind';

  test('shows what would come, is set, and is taken back; by the manager of that customer alone', async () => {
    const manager = await at.enter('mgr-1');
    const shown = await manager.get(`${here}/cadence?transition=erp&rung=1w`);
    expect(shown.body).toContain('Next:');
    const wish = { transition: 'erp', rung: '1w', why: 'month-end is over' };
    expect((await manager.post(`${here}/cadence`, wish)).location).toBe(`${here}?done=set`);
    const rungOf = async () => (await client().cadence.findFirstOrThrow()).rung;
    const set = await rungOf();
    const audit = await client().audit.findFirstOrThrow({ where: { action: 'cadence.change' } });
    expect([audit.actorId, audit.why]).toEqual(['mgr-1', 'month-end is over']);
    expect((await manager.get(here)).body).toContain(`name="audit" value="${audit.id}"`);
    const advocate = await at.enter('adv-1');
    await advocate.get(here);
    expect((await advocate.post(`${here}/cadence`, wish)).status).toBe(404);
    expect((await advocate.post(`${here}/cadence/undo`, { audit: audit.id })).status).toBe(404);
    await client().customer.update({ where: { id: 'lakeside' }, data: { managerId: 'mgr-1' } });
    const foreign = await manager.post('/console/customers/lakeside/cadence/undo', {
      audit: audit.id,
    });
    expect(foreign.status).toBe(404);
    expect(await rungOf()).toBe(set);
    await manager.post(`${here}/cadence/undo`, { audit: audit.id });
    expect(
      (await client().audit.findUniqueOrThrow({ where: { id: audit.id } })).undoneAt,
    ).not.toBeNull();
  });

  test('is set for several at once, for those that are theirs to set, and all of it taken back', async () => {
    const manager = await at.enter('mgr-1');
    await client().customer.update({ where: { id: 'lakeside' }, data: { managerId: 'adv-2' } });
    const { body } = await manager.get('/console/cadences?c=northwind&c=lakeside&rung=2d');
    expect(body).toContain('Ask one of them every two days?');
    const set = await manager.post('/console/cadences', { c: 'northwind', rung: '2d', why: '' });
    const [, auditId = ''] = /audit=(\w+)$/.exec(set.location ?? '') ?? [];
    expect((await manager.get(set.location ?? '')).body).toContain('All of it can be taken back');
    const foreign = await at.enter('adv-1');
    await foreign.get('/console');
    const wish = { c: 'northwind', rung: '2d', why: '' };
    expect((await foreign.post('/console/cadences', wish)).status).toBe(404);
    expect((await foreign.post('/console/cadences/undo', { audit: auditId })).status).toBe(404);
    await manager.post('/console/cadences/undo', { audit: auditId });
    const audit = await client().audit.findUniqueOrThrow({ where: { id: auditId } });
    expect(audit.undoneAt).not.toBeNull();
  });

  test('puts somebody else on call for a while, on the clock of whoever says so', async () => {
    const caller = await at.enter('adv-1');
    await caller.get('/console/on-call');
    const wish = {
      schedule: 'duty',
      person: 'adv-2',
      from: '2026-07-01T18:00',
      until: '2026-07-02T09:00',
    };
    expect((await caller.post('/console/on-call/swap', wish)).location).toBe(
      '/console/on-call?done=swapped',
    );
    const { overrides } = await client().schedule.findUniqueOrThrow({ where: { id: 'duty' } });
    expect(overrides).toContainEqual({
      personId: 'adv-2',
      from: '2026-07-01T17:00:00.000Z',
      until: '2026-07-02T08:00:00.000Z',
    });
    const taken = {
      schedule: 'duty',
      person: 'adv-2',
      from: '2026-07-01T17:00:00.000Z',
      until: '2026-07-02T08:00:00.000Z',
    };
    expect((await caller.get('/console/on-call')).body).toContain('Take it back');
    expect((await caller.post('/console/on-call/swap/end', taken)).location).toBe(
      '/console/on-call?done=undone',
    );
    expect((await caller.post('/console/on-call/swap/end', taken)).status).toBe(404);
    for (const wrong of [{ person: 'lead-1' }, { schedule: 'none' }])
      expect((await caller.post('/console/on-call/swap', { ...wish, ...wrong })).status).toBe(404);
    expect((await caller.post('/console/on-call/swap', { ...wish, until: wish.from })).status).toBe(
      422,
    );
  });
});

test.each([
  ['', null, null],
  ['north', null, null],
  ['', 'live', null],
  ['', null, 'confidence'],
  ['north', null, 'name'],
  ['', 'live', 'check-in'],
] as const)(
  'the portfolio takes six statements, however many customers: by “%s”, %s, %s',
  async (letters, sign, sort) => {
    const [, secret = ''] = (await at.enter('adv-1')).cookie().split('=');
    const asked = await at.ports.database.trip(async trip => {
      const counted = countedTrip(trip);
      await admit(counted.trip, { route: routes.portfolio, secret, params: {} });
      const { rows } = await loadPortfolio(counted.trip, 'adv-1', {
        ...everybody,
        letters,
        sign,
        sort,
      });
      expect(rows.length).toBeGreaterThan(0);
      return counted.asked();
    });
    expect(asked).toBeLessThanOrEqual(6);
  },
);

test('the portfolio stands in the order one asks for, and an order is kept under a name for oneself', async () => {
  later(minute);
  const caller = await at.enter('adv-1');
  const orderOf = (body: string) =>
    [...body.matchAll(/class="name"[^>]*>(\w+)</g)].map(one => one[1]);
  const inOrder = async (sort: string) => orderOf((await caller.get(`/console?sort=${sort}`)).body);
  expect(await inOrder('name')).toEqual(['Lakeside', 'Northwind']);
  // Who has nothing of the kind stands at the end.
  for (const sort of ['confidence', 'check-in', 'silence'])
    expect([sort, await inOrder(sort)]).toEqual([
      sort,
      sort === 'silence' ? ['Lakeside', 'Northwind'] : ['Northwind', 'Lakeside'],
    ]);
  const wish = { name: 'Tonight <b>', query: 'show=live&sort=name&more=1' };
  const kept = await caller.post('/console/views', wish);
  expect(kept.location).toBe('/console?show=live&sort=name&done=viewed');
  const { body } = await caller.get('/console');
  expect(body).toContain('href="/console?show=live&amp;sort=name"');
  expect(body).toContain('Tonight &lt;b&gt;');
  const other = await at.enter('adv-2');
  expect((await other.get('/console')).body).not.toContain('Tonight');
  const { id } = await client().portfolioView.findFirstOrThrow();
  expect((await other.post(`/console/views/${id}/end`)).status).toBe(404);
  expect((await caller.post(`/console/views/${id}/end`)).location).toBe('/console?done=unviewed');
  expect(await client().portfolioView.count()).toBe(0);
});

test('what is said to Handrail here is answered as in chat, for the speaker alone', async () => {
  const caller = await at.enter('adv-1');
  await caller.get('/console');
  const said = (await caller.post('/console/say', { text: 'brief northwind' })).location ?? '';
  const { body } = await caller.get(said);
  expect(body).toContain('<p class="heading">Northwind</p>');
  expect(body).toContain('<span class="quiet">You:</span> brief northwind');
  expect(body).toContain('Say the next thing');
  const other = await at.enter('adv-2');
  const { body: foreign } = await other.get(said);
  expect(foreign).not.toContain('<p class="heading">Northwind</p>');
  expect(foreign).not.toContain('<span class="quiet">You:</span>');
  const sent = await client().message.findMany({
    where: { key: { startsWith: 'reply:console-' } },
  });
  expect(sent.map(({ toPersonId, toPlaceId }) => [toPersonId, toPlaceId])).toEqual([
    ['adv-1', null],
  ]);
});

test('a timeline says once what happened several times with nothing in between', async () => {
  for (const minutes of [30, 20, 10])
    await at.ports.database.trip(trip =>
      recordEvent(trip, {
        customerId: 'lakeside',
        kind: 'check-in.asked',
        visibility: 'shared',
        text: 'Asked Daniel Reyes how it is going.',
        at: plus(trip.now, -minutes * minute),
      }),
    );
  const caller = await at.enter('adv-1');
  const { body } = await caller.get('/console/customers/lakeside');
  expect(body.split('Asked Daniel Reyes how it is going.')).toHaveLength(2);
  expect(body).toMatch(/<span class="quiet">also (?:<time[^>]*>[\d:]+<\/time>(?:, )?){2}<\/span>/);
});

describe('what chat can do', () => {
  const here = '/console/customers/northwind';

  test('is done by a button: a command with its words, and the button of its answer', async () => {
    const caller = await at.enter('adv-1');
    await caller.get(here);
    const ask = async (name: string, rest = '') =>
      caller.get((await caller.post(`${here}/command`, { name, rest })).location ?? '');
    expect((await ask('who')).body).toContain('Nora Whitfield');
    expect((await ask('task', 'call Daniel')).body).toContain('call Daniel');
    const own = await caller.post('/console/command', { name: 'tasks' });
    expect((await caller.get(own.location ?? '')).body).toContain('call Daniel');
    const unknown = await caller.post(`${here}/command`, { name: 'rule', rest: '' });
    expect(unknown.status).toBe(422);
    const { id } = await client().task.findFirstOrThrow({ where: { text: 'call Daniel' } });
    const button = { message: '', action: 'task.close', subject: id, back: here };
    const [message] = await client().message.findMany({ where: { key: `task:${id}` } });
    const stranger = await at.enter('adv-2');
    await stranger.get(here);
    await stranger.post('/console/press', { ...button, message: message?.id ?? '' });
    expect((await client().task.findUniqueOrThrow({ where: { id } })).state).toBe('open');
    await caller.get(here);
    await caller.post('/console/press', { ...button, message: message?.id ?? '' });
    expect((await client().task.findUniqueOrThrow({ where: { id } })).state).toBe('done');
  });

  test('ends what waits for us, of this customer alone', async () => {
    const promise = { byId: 'adv-1', text: 'Send the report', visibility: 'shared' } as const;
    const { id } = await at.ports.database.trip(async trip => {
      const promisedFor = plus(trip.now, hour);
      await makePromise(trip, { customerId: 'northwind', ...promise, promisedFor });
      return trip.tx.vendorPromise.findFirstOrThrow({ where: { text: 'Send the report' } });
    });
    const caller = await at.enter('adv-1');
    const { body: nothing } = await caller.get('/console/none');
    await caller.get(here);
    const foreign = await caller.post(`/console/customers/lakeside/promises/${id}/kept`);
    expect([foreign.status, foreign.body]).toEqual([404, nothing]);
    const later = { name: 'moved', about: id, rest: '8 March 17:00 because the patch is late' };
    const moved = await caller.post(`${here}/command`, later);
    expect((await caller.get(moved.location ?? '')).body).toContain('8 Mar');
    const given = { partnerId: 'kestrel', givenById: 'adv-1', givenAt: at.ports.clock.now() };
    const matter = { id: 'm-1', customerId: 'northwind', what: 'the labels', ...given };
    await client().partnerMatter.create({ data: matter });
    expect((await caller.get(here)).body).toContain('kestrel, a partner, has it since');
    await client().partnerMatter.deleteMany();
    const kept = await caller.post(`${here}/promises/${id}/kept`);
    expect(kept.location).toBe(`${here}?done=kept`);
    expect((await client().vendorPromise.findUniqueOrThrow({ where: { id } })).state).toBe('kept');
  });
});

test('a page that reached the manager is ended here by nobody else, in the words of chat', async () => {
  later(minute);
  const { pageId } = await raise('northwind');
  const id = await at.ports.database.trip(trip =>
    openTask(trip, {
      key: managementKey(pageId),
      customerId: 'northwind',
      kind: managementKind,
      text: 'A page reached you.',
      assigneeId: 'mgr-1',
    }),
  );
  const here = '/console/customers/northwind';
  const state = async () => (await client().task.findUniqueOrThrow({ where: { id } })).state;
  const stranger = await at.enter('adv-1');
  await stranger.get(here);
  const refused = await stranger.post(`${here}/tasks/${id}/done`);
  expect([refused.status, await state()]).toEqual([409, 'open']);
  expect(refused.body).toContain('Only whoever it reached says that it is solved.');
  const manager = await at.enter('mgr-1');
  await manager.get(here);
  const done = await manager.post(`${here}/tasks/${id}/done`);
  expect([done.location, await state()]).toEqual([`${here}?done=closed`, 'done']);
});

test('a silent customer who was looked after is asked again, be it said here or in chat', async () => {
  later(minute);
  await client().cadence.updateMany({ data: { restingSince: at.ports.clock.now() } });
  const id = await at.ports.database.trip(trip =>
    openTask(trip, {
      key: 'silent:northwind',
      customerId: 'northwind',
      kind: silenceTaskKind,
      text: 'Nobody at Northwind answers.',
      assigneeId: 'adv-1',
    }),
  );
  const here = '/console/customers/northwind';
  const caller = await at.enter('adv-1');
  await caller.get(here);
  await caller.post(`${here}/tasks/${id}/done`);
  expect(await client().cadence.count({ where: { restingSince: { not: null } } })).toBe(0);
});

describe('the organisation', () => {
  // So many signing in at one moment would be slowed down.
  beforeEach(() => later(minute));

  test('sends or drops what did not go out', async () => {
    const [one, two] = await client().message.findMany({ take: 2, orderBy: { seq: 'desc' } });
    const held = {
      state: 'failed',
      customerId: 'northwind',
      sentRevision: 0,
      reason: 'no such channel',
    } as const;
    const stateOf = async (id = '') =>
      (await client().message.findUniqueOrThrow({ where: { id } })).state;
    for (const id of [one?.id ?? '', two?.id ?? ''])
      await client().message.update({ where: { id }, data: held });
    const caller = await at.enter('adv-1');
    const { body } = await caller.get('/console/organisation');
    expect(body).toContain('no such channel');
    const address = '/console/organisation/held';
    await caller.post(address, { message: one?.id ?? '', how: 'send' });
    await caller.post(address, { message: two?.id ?? '', how: 'drop' });
    expect([await stateOf(one?.id), await stateOf(two?.id)]).toEqual(['waiting', 'withdrawn']);
  });

  test('lets nobody send or drop what is none of their customers’', async () => {
    const { id } = await client().message.findFirstOrThrow({ where: { customerId: 'northwind' } });
    const held = { state: 'failed', customerId: 'lakeside', sentRevision: 0 } as const;
    await client().message.update({ where: { id }, data: held });
    const advocate = await at.enter('adv-1');
    const { body: nothing } = await advocate.get('/console/none');
    expect((await advocate.get('/console/organisation')).body).not.toContain(`value="${id}"`);
    const address = '/console/organisation/held';
    const refused = await advocate.post(address, { message: id, how: 'drop' });
    expect([refused.status, refused.body]).toEqual([404, nothing]);
    const theirs = await at.enter('adv-2');
    await theirs.get('/console/organisation');
    await theirs.post(address, { message: id, how: 'drop' });
    expect((await client().message.findUniqueOrThrow({ where: { id } })).state).toBe('withdrawn');
  });

  test('has its setup here as the file would: the same text, the same errors, for whoever answers for it', async () => {
    const stranger = await at.enter('adv-1');
    const { body: nothing } = await stranger.get('/console/none');
    for (const path of ['/console/setup', '/console/setup.yaml'])
      expect((await stranger.get(path)).body).toBe(nothing);
    const manager = await at.enter('mgr-1');
    const { body: text } = await manager.get('/console/setup.yaml');
    expect(text).not.toContain('name: Lakeside');
    await manager.get('/console/setup');
    const write = (how: string, written: string, from = '') =>
      manager.post('/console/setup', { how, text: written, from });
    expect((await write('try', text)).body).toContain('nothing would change');
    const wrong = await write('save', text.replace('name: Northwind', 'nam: Northwind'));
    expect(wrong.body).toMatch(/setup:\d+ customers\[0\]/);
    const other = text.replace('name: Northwind', 'name: Northwind Trading');
    expect((await write('try', other)).body).toContain('Northwind → ');
    const nameOf = async (id: string) =>
      (await client().customer.findUniqueOrThrow({ where: { id } })).name;
    expect(await nameOf('northwind')).toBe('Northwind');
    expect((await write('save', other)).location).toBe('/console/setup?done=imported');
    expect(await nameOf('northwind')).toBe('Northwind Trading');
    await write('save', text);
  });

  test('has its setup part by part: one customer alone, the rest stays, and the lines are those of the part', async () => {
    const manager = await at.enter('mgr-1');
    const { body: nothing } = await manager.get('/console/none');
    const whole = (await manager.get('/console/setup.yaml')).body;
    const overview = (await manager.get('/console/setup?q=north')).body;
    expect(overview).toContain('href="/console/setup?customer=northwind"');
    expect(overview).not.toContain('Lakeside');
    for (const foreign of ['lakeside', 'none'])
      expect((await manager.get(`/console/setup?customer=${foreign}`)).body).toBe(nothing);
    const parts = ['organisation', 'people', 'schedules', 'escalations', 'hooks', 'webhooks'];
    for (const part of [...parts, 'new'].map(name => `part=${name}`).concat('customer=northwind')) {
      const text = textIn((await manager.get(`/console/setup?${part}`)).body);
      const tried = await manager.post('/console/setup', { how: 'try', text, from: part });
      expect([part, tried.status]).toEqual([part, 200]);
      const isNew = part === 'part=new';
      expect(tried.body).toContain(isNew ? 'new: customer new-customer' : 'nothing would change');
    }
    const from = 'customer=northwind';
    const text = textIn((await manager.get(`/console/setup?${from}`)).body);
    expect(text).not.toContain('side: vendor');
    const wrong = text.replace(/advocate: .*/, 'advocate: nobody');
    const line = wrong.split('\n').findIndex(one => one.includes('nobody')) + 1;
    const refused = await manager.post('/console/setup', { how: 'save', text: wrong, from });
    expect(refused.body).toContain(
      `setup:${line} customers[0].people.advocate: there is no person`,
    );
    const other = text.replace('name: Northwind', 'name: Northwind Trading');
    const saved = await manager.post('/console/setup', { how: 'save', text: other, from });
    expect(saved.location).toBe('/console/setup?customer=northwind&done=imported');
    const left = (await manager.get('/console/setup.yaml')).body;
    expect(left).toBe(whole.replace('name: Northwind', 'name: Northwind Trading'));
    await manager.post('/console/setup', { how: 'save', text, from });
  });

  test('keeps what others changed while somebody had a part open, until they have seen what their text would undo', async () => {
    const [first, second] = [await at.enter('mgr-1'), await at.enter('mgr-1')];
    const from = 'customer=northwind';
    const opened = async (caller: typeof first) => {
      const { body } = await caller.get(`/console/setup?${from}`);
      return { text: textIn(body), print: printIn(body) };
    };
    const [mine, theirs] = [await opened(first), await opened(second)];
    const renamed = theirs.text.replace('name: Northwind', 'name: Northwind Trading');
    await second.post('/console/setup', { how: 'save', from, print: theirs.print, text: renamed });
    const hours = mine.text.replace('from: 09:00', 'from: 08:00');
    expect(hours).not.toBe(mine.text);
    const refused = await first.post('/console/setup', {
      how: 'save',
      from,
      print: mine.print,
      text: hours,
    });
    expect(refused.body).toContain('Somebody changed this after you opened it');
    expect(refused.body).toContain('Northwind Trading → ');
    const nameOf = async () =>
      (await client().customer.findUniqueOrThrow({ where: { id: 'northwind' } })).name;
    expect(await nameOf()).toBe('Northwind Trading');
    const seen = { how: 'save', from, print: printIn(refused.body), text: mine.text };
    expect((await first.post('/console/setup', seen)).location).toContain('done=imported');
    expect(await nameOf()).toBe('Northwind');
  });

  test('has a part whose saving leaves a swapped shift to those who swapped it, whatever a file says later', async () => {
    const swap = {
      from: plus(at.ports.clock.now(), day),
      until: plus(at.ports.clock.now(), 2 * day),
      personId: 'adv-1',
    };
    await at.ports.database.trip(trip =>
      changeOverrides(trip, {
        scheduleId: 'duty',
        byId: null,
        action: 'swap',
        to: all => [...all, swap],
      }),
    );
    const manager = await at.enter('mgr-1');
    const from = 'customer=northwind';
    const text = textIn((await manager.get(`/console/setup?${from}`)).body);
    for (const name of ['Northwind Trading', 'Northwind']) {
      const other = text.replace('name: Northwind', `name: ${name}`);
      await manager.post('/console/setup', { how: 'save', text: other, from });
    }
    const part = 'part=schedules';
    const schedules = textIn((await manager.get(`/console/setup?${part}`)).body);
    const turned = schedules.replace('Europe/London', 'Europe/Dublin');
    for (const text of [turned, schedules])
      await manager.post('/console/setup', { how: 'save', text, from: part });
    await at.ports.database.trip(trip => importSetup(trip, setupFrom(usualSetup())));
    const { overrides } = await client().schedule.findUniqueOrThrow({ where: { id: 'duty' } });
    expect(overrides).toMatchObject([{ personId: 'adv-1' }]);
  });

  test('names no customer of somebody else in its hooks and webhooks, neither in their part nor in the file', async () => {
    const hook = { id: 'deploys', signed: 'github', rules: [], publish: false };
    await client().hook.create({
      data: {
        ...hook,
        customer: { from: '/project', is: { shop: 'northwind', till: 'lakeside' } },
      },
    });
    await client().hook.create({ data: { ...hook, id: 'own', customer: 'northwind' } });
    const told = { url: 'https://tickets.example/all', audience: 'internal' };
    await client().webhook.create({ data: { id: 'both', customers: ['lakeside'], ...told } });
    const manager = await at.enter('mgr-1');
    const [hooks, webhooks] = [
      textIn((await manager.get('/console/setup?part=hooks')).body),
      textIn((await manager.get('/console/setup?part=webhooks')).body),
    ];
    const file = (await manager.get('/console/setup.yaml')).body;
    expect(hooks + webhooks + file).not.toContain('lakeside');
    expect(hooks).toContain('id: own');
    await client().hook.deleteMany();
    await client().webhook.deleteMany({ where: { id: 'both' } });
  });

  test('takes no customer from a partner because another partner is written down', async () => {
    const partner = (id: string, customers: string[]) => ({
      id,
      name: id,
      side: 'partner',
      customers,
    });
    const work = at.ports.database.trip(async trip => {
      const before = { people: [partner('partner-1', ['northwind'])] };
      const bring = async (value: unknown) =>
        importSetup(trip, await completeSetup(trip.tx, { value, source: nowhere('setup') }));
      await bring(before);
      const { people } = await loadStored(trip.tx, []);
      const ours = people.filter(({ id }) => id === 'partner-1');
      await bring({ people: [...ours, partner('partner-2', ['northwind'])] });
      throw new TakenBack(
        await trip.tx.person.findMany({ where: { partnerOf: { has: 'northwind' } } }),
      );
    });
    const { people } = await work.catch((error: TakenBack) => error);
    expect(people.map(({ id }) => id).sort()).toEqual(['partner-1', 'partner-2']);
  });

  test('has a setup of which nobody changes what others answer for, nor what all of them share', async () => {
    const [mine, theirs] = [await at.enter('mgr-1'), await at.enter('adv-2')];
    const { body: text } = await theirs.get('/console/setup.yaml');
    await mine.get('/console/setup');
    for (const how of ['try', 'save']) {
      const foreign = text.replace('name: Lakeside', 'name: Taken over');
      const shown = await mine.post('/console/setup', { how, text: foreign });
      expect(shown.body).toContain('customer lakeside: adv-2 would have to say so too');
      const shared = text.replace('timeZone: Europe/London', 'timeZone: Europe/Dublin');
      const also = await mine.post('/console/setup', { how, text: shared });
      expect(also.body).toContain('organisation vendor: adv-2 would have to say so too');
    }
    const { name } = await client().customer.findUniqueOrThrow({ where: { id: 'lakeside' } });
    expect(name).toBe('Lakeside');
  });

  test('is looked at as by the doctor, and settles a place that nobody has settled', async () => {
    const parked = { customerId: null, audience: 'shared', parkedReason: 'Nobody has said yet.' };
    const outside = ['T0LAKE'];
    await client().place.create({ data: { id: 'new-place', name: 'lake', outside, ...parked } });
    const caller = await at.enter('adv-2');
    const { body } = await caller.get('/console/check');
    expect(body).toContain('until somebody settles who reads it: new-place');
    expect(body.indexOf('To be mended')).toBeLessThan(body.indexOf('In order'));
    const { body: nothing } = await caller.get('/console/none');
    const listed = await caller.get('/console/organisation');
    expect(listed.body).toContain('Read by 1 company outside ours (T0LAKE).');
    const settle = (fields: Record<string, string>) =>
      caller.post('/console/organisation/places', {
        place: 'new-place',
        customer: 'lakeside',
        audience: 'shared',
        reader: 'T0LAKE',
        ...fields,
      });
    expect((await settle({ customer: 'nowhere' })).body).toBe(nothing);
    const looked = (await settle({ reader: 'T0OTHER' })).location ?? '';
    expect((await caller.get(looked)).body).toContain('Since I asked, others read #lake');
    const done = (await settle({})).location ?? '';
    expect((await caller.get(done)).body).toContain('#lake is Lakeside');
    const place = await client().place.findUniqueOrThrow({ where: { id: 'new-place' } });
    expect([place.customerId, place.audience, place.parkedReason]).toEqual([
      'lakeside',
      'shared',
      null,
    ]);
    expect((await settle({})).status).toBe(404);
  });

  test('lets other systems in, and out again, for customers of whoever says so, and shows a token once', async () => {
    const manager = await at.enter('mgr-1');
    const { body: nothing } = await manager.get('/console/none');
    await manager.get('/console/systems');
    const wish = { name: 'tickets', customers: 'northwind', may: 'events', expires: '90d' };
    const make = (fields: Record<string, string>) =>
      manager.post('/console/systems/tokens', { ...wish, ...fields });
    for (const customers of ['lakeside', 'northwind, lakeside', '*'])
      expect((await make({ customers })).body).toBe(nothing);
    const wrong = await make({ customers: 'nowhere', expires: 'soon' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('nowhere: there is no such customer');
    expect(await client().apiToken.count()).toBe(0);
    const [, secret = ''] = /value="(hrt_[^"]+)"/.exec((await make({})).body) ?? [];
    const events = { text: 'A ticket was opened.', externalId: 't-1' };
    const call = (body: object) =>
      fetch(`${at.url}/api/v1/customers/northwind/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await call(events)).ok).toBe(true);
    const listed = await manager.get('/console/systems');
    expect(listed.body).toContain('last used');
    expect(listed.body).not.toContain(secret);
    const { id, expiresAt } = await client().apiToken.findFirstOrThrow();
    expect(expiresAt).toEqual(plus(at.ports.clock.now(), 90 * 24 * hour));
    const stranger = await at.enter('adv-2');
    await stranger.get('/console/systems');
    expect((await stranger.post(`/console/systems/tokens/${id}/end`)).body).toBe(nothing);
    await manager.post(`/console/systems/tokens/${id}/end`);
    expect((await call({ ...events, externalId: 't-2' })).status).toBe(401);
    const audits = await client().audit.findMany({ where: { subject: 'tickets' } });
    expect(audits.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['token.create', 'mgr-1'],
      ['token.revoke', 'mgr-1'],
    ]);
  });

  test('has another system told again what it did not hear, by whoever answers for all it is told of', async () => {
    const told = { url: 'https://tickets.example/told', tells: ['page.*'], audience: 'internal' };
    await client().webhook.create({ data: { id: 'tickets', customers: ['northwind'], ...told } });
    await raise('northwind');
    const { id: eventId } = await client().event.findFirstOrThrow({
      where: { kind: 'page.raised', customerId: 'northwind' },
      orderBy: { seq: 'desc' },
    });
    await at.ports.database.trip(trip => tellFact(trip, eventId));
    const failed = { state: 'failed', reason: 'it answered 503', dueAt: null } as const;
    await client().message.updateMany({ where: { toWebhookId: 'tickets' }, data: failed });
    later(minute);
    const manager = await at.enter('mgr-1');
    const { body } = await manager.get('/console/systems');
    expect(body).toContain('1 not heard');
    expect(body).toContain('page.acknowledged');
    const address = '/console/systems/webhooks/tickets/replay';
    const stranger = await at.enter('adv-2');
    const { body: nothing } = await stranger.get('/console/none');
    await stranger.get('/console/systems');
    const wish = { what: 'failed', hours: '24' };
    expect((await stranger.post(address, wish)).body).toBe(nothing);
    expect((await manager.post(address, wish)).location).toBe('/console/systems?done=replayed');
    const again = await client().message.findFirstOrThrow({ where: { toWebhookId: 'tickets' } });
    expect([again.state, again.isRepeat]).toEqual(['waiting', true]);
    expect((await manager.post(address, wish)).location).toBe('/console/systems?done=untold');
  });

  test.each(['customer', 'person', 'level', 'medium'])(
    'tells how fast pages were answered, by %s',
    async by => {
      await raise('lakeside');
      const caller = await at.enter('adv-1');
      expect((await caller.get(`/console/pages?by=${by}`)).body).toContain('Half taken within');
    },
  );
});

describe('who begins with nothing', () => {
  test('is led through it, without a file, and is then inside; nobody is after that', async () => {
    const empty = await openConsoleStage(null);
    const caller = createCaller(empty.url);
    expect((await caller.get('/console/sign-in')).location).toBe('/console/begin');
    const answers = {
      organisation: 'Fernhollow',
      name: 'Nora Whitfield',
      timeZone: 'Europe/London',
      phone: '',
      customer: 'Müller & Söhne',
      leader: 'Anna Vogt',
      customerTimeZone: 'Europe/Berlin',
      transition: 'ERP go-live',
      kind: 'go-live',
      from: '2026-03-13T18:00',
      until: '2026-03-14T06:00',
    };
    const wrong = await caller.post('/console/begin', { ...answers, timeZone: 'London' });
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('time zone name')]);
    expect(await empty.ports.database.client.person.count()).toBe(0);
    const link = (await caller.post('/console/begin', answers)).location ?? '';
    expect((await caller.post(link)).location).toBe('/console');
    const { body } = await caller.get('/console/customers/muller-sohne/transitions/erp-go-live');
    expect(body).toContain('Practise a page');
    const second = createCaller(empty.url);
    expect((await second.get('/console/begin')).status).toBe(404);
    expect((await second.post('/console/begin', answers)).status).toBe(404);
    await empty.close();
  });
});

describe('every address', () => {
  beforeEach(() => later(minute));

  const looks = Object.values(routes).filter(({ may }) => may !== null);
  const filled = (path: string) =>
    path.replace(':customerId', 'northwind').replace(':key', 'erp').replace(/:\w+/, 'none');

  test('is shut to whoever is not signed in', async () => {
    const caller = createCaller(at.url);
    for (const { method, path } of looks) {
      const shown = await caller[method](filled(path));
      expect([path, shown.status]).toEqual([path, method === 'get' ? 303 : 403]);
      expect(shown.body).not.toContain('Northwind');
    }
  });

  /** What a form must have in it, to be read at all. */
  const fields: Partial<Record<RouteName, Record<string, string>>> = {
    updatePage: { text: 'forged' },
    resolvePage: { text: 'forged', audience: 'shared' },
    tell: { text: 'forged', audience: 'shared' },
    command: { name: 'who' },
    setCadence: { transition: 'erp', rung: '1w' },
    undoCadence: { audit: 'none' },
    moveStep: { state: 'done' },
    beginRehearsal: { story: 'calm' },
    replay: { what: 'failed', hours: '24' },
    changeReview: { kind: 'without', part: 'plan', revision: '0' },
    publishReview: { seen: '' },
  };
  /** The same page for everybody, whatever they said: what was answered to somebody else reads as nothing. */
  const isAboutSomething = ([name, { path, may }]: [string, Route]) =>
    may !== null && path.includes('/:') && name !== 'said';
  const about = (Object.entries(routes) as [RouteName, Route][]).filter(isAboutSomething);

  test('answers what is not there as what nobody may see, whatever in it is not there', async () => {
    const caller = await at.enter('adv-1');
    await caller.get('/console');
    const nothing = await caller.get('/console/customers/no-such-customer');
    expect(nothing.status).toBe(404);
    for (const [name, { method, path }] of about) {
      const known = path.replace(':customerId', 'northwind').replace(':key', 'erp');
      const wrong = [path, known, known.replace('northwind', 'none').replace(':step', 'backup')];
      for (const address of wrong.filter(one => one.includes(':') || one.includes('/none'))) {
        later(1_000);
        const asked = address.replace(/:\w+/g, 'none');
        const shown = await caller[method](asked, fields[name]);
        expect([method, asked, shown.body]).toEqual([method, asked, nothing.body]);
      }
    }
  });

  test('answers another customer’s ids as what is not there, to whoever looks after one of the two', async () => {
    const asked = { kind: 'asked', text: 'Call them', assigneeId: 'adv-1' };
    const ids = await at.ports.database.trip(async trip => {
      const task = { key: 'task:foreign', customerId: 'northwind', ...asked };
      const promise = { byId: 'adv-1', text: 'A cake', visibility: 'internal' } as const;
      const promisedFor = plus(trip.now, hour);
      await makePromise(trip, { customerId: 'northwind', ...promise, promisedFor });
      const { id: promiseId } = await trip.tx.vendorPromise.findFirstOrThrow({
        where: { text: 'A cake' },
      });
      const { id: drillId } = await trip.tx.drill.findFirstOrThrow();
      return { closeTask: await openTask(trip, task), keepPromise: promiseId, signDrill: drillId };
    });
    later(minute);
    const caller = await at.enter('adv-2');
    const { body: nothing } = await caller.get('/console/none');
    await caller.get('/console/customers/lakeside');
    for (const [name, { method, path }] of about.filter(([, one]) =>
      /:customerId.*:/.test(one.path),
    )) {
      later(1_000);
      const id = Object.entries(ids).find(([form]) => form === name)?.[1] ?? 'none';
      const address = path
        .replace(':customerId', 'lakeside')
        .replace(':key', 'erp')
        .replace(':step', 'backup')
        .replace(/:\w+/, id);
      const shown = await caller[method](address, fields[name]);
      expect([method, address, shown.body]).toEqual([method, address, nothing]);
    }
    const { state } = await client().task.findFirstOrThrow({ where: { key: 'task:foreign' } });
    expect(state).toBe('open');
    expect(await client().event.count({ where: { text: 'forged' } })).toBe(0);
  });

  test('may run and show our own files alone, in nobody’s frame', async () => {
    const caller = await at.enter('adv-1');
    for (const path of [
      '/console',
      '/console/sign-in',
      '/console/none',
      '/console/assets/console.js',
    ]) {
      const { headers } = await caller.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

test('the door says which way in there is: a link in the chat that is connected, or from the machine', async () => {
  const { body } = await createCaller(at.url).get('/console/sign-in');
  expect(body).toContain('a link in Slack, to the place');
  const alone = await openConsoleStage(undefined, undefined, { chats: [] });
  const { body: machine } = await createCaller(alone.url).get('/console/sign-in');
  expect(machine).toContain('handrail sign-in PERSON');
  expect(machine).not.toContain('Send me a link');
  await alone.close();
});

test('beyond this machine a session travels over https alone, in a cookie no other host can set', async () => {
  const secure = await openConsoleStage(undefined, 'https://handrail.example');
  const link = await secure.link('adv-1');
  const caller = createCaller(secure.url, 'https://handrail.example');
  const { headers } = await caller.post(link);
  expect(headers.get('set-cookie')).toMatch(
    /^__Host-handrail=\w{40}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/,
  );
  expect((await createCaller(secure.url).post(await secure.link('adv-1'))).status).toBe(403);
  await secure.close();
  const open = await openConsoleStage(undefined, 'http://handrail.example');
  const shut = await createCaller(open.url).get('/console/sign-in');
  expect([shut.status, shut.body]).toEqual([503, expect.stringContaining('over https alone')]);
  await open.close();
});

test('nothing went wrong meanwhile', () => {
  expect(at.complaints).toEqual([]);
});
