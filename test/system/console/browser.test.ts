import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Route, routes } from '../../../src/adapters/console/door/routes.ts';
import { getCustomer } from '../../../src/customers/find-customer.ts';
import { startDrill } from '../../../src/drills/start-drill.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { makePromise } from '../../../src/promises/make-promise.ts';
import { hour, minute, plus, second } from '../../../src/shared/time.ts';
import { openTask } from '../../../src/tasks/open-task.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { chromiumPath, complaintsOf, openBrowser, openPage } from '../../harness/browser.ts';
import { type HandName, openHand } from './hands.ts';
import { plantHostile } from './hostile.ts';
import { firstRun, jobs } from './jobs.ts';
import { type Sight, sights } from './sights.ts';
import { type ConsoleStage, openConsoleStage } from './stage.ts';

const inBrowser = chromiumPath ? describe : describe.skip;
/** The wide sweep: every job by every hand, every page at every width and in both lights. */
const isWide = process.env.CONSOLE === 'all';
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

inBrowser('the console in a browser', () => {
  let at: ConsoleStage;
  let browser: Browser;
  let page: Page;
  let manager: Page;
  let stranger: Page;
  let pageId: string;
  let factId: string;
  let said: string;
  let complaints: string[];

  const enter = async (options: BrowserContextOptions = {}, who = 'adv-1'): Promise<Page> => {
    const opened = await openPage(browser, options);
    await opened.goto(at.url + (await at.link(who)));
    await opened.getByRole('button', { name: /^Sign in as/ }).click();
    await opened.waitForURL(`${at.url}/console`);
    return opened;
  };
  /** Nobody looks at so many pages at one moment: a second passes before each. */
  const go = (path: string, on: Page = page) => {
    const { clock } = at.ports;
    clock.moveTo(plus(clock.now(), second));
    return on.goto(at.url + path);
  };

  beforeAll(async () => {
    at = await openConsoleStage();
    await at.ports.database.trip(async trip => {
      const down = { raisedBy: 'api', words: 'Nobody can post.', isShared: true } as const;
      pageId = (await raisePage(trip, { customerId: 'northwind', ...down })).pageId;
      const said = { customerId: 'northwind', kind: 'note', authorId: 'adv-1' } as const;
      factId = await recordEvent(trip, {
        ...said,
        visibility: 'internal',
        text: 'They are tense.',
      });
      await recordEvent(trip, { ...said, visibility: 'shared', text: 'The backup is done.' });
      await openTask(trip, {
        key: 'task:call',
        customerId: 'northwind',
        kind: 'asked',
        text: 'Call Daniel',
        assigneeId: 'adv-1',
      });
      await startDrill(trip, { customer: await getCustomer(trip.tx, 'northwind'), byId: 'adv-1' });
      const { id: transitionId } = await trip.tx.transition.findFirstOrThrow();
      const { now: askedAt, now: plannedFor } = trip;
      const asked = { transitionId, customerId: 'northwind', seq: 900, rung: '1h' };
      const answer = { state: 'answered', answer: 'worried', words: 'It is slow.' };
      const checkIn = { id: 'c-900', ...asked, ...answer, plannedFor, askedAt };
      await trip.tx.checkIn.create({ data: checkIn });
      const text = 'Send the report';
      await makePromise(trip, {
        customerId: 'northwind',
        byId: 'adv-1',
        text,
        promisedFor: plus(trip.now, hour),
        visibility: 'shared',
      });
    });
    browser = await openBrowser();
    page = await enter({ viewport: { width: 1400, height: 900 } });
    complaints = complaintsOf(page);
    manager = await enter({ viewport: { width: 1400, height: 900 } }, 'mgr-1');
    stranger = await openPage(browser, { viewport: { width: 1400, height: 900 } });
    await page.getByLabel(/^Ask or tell Handrail/).fill('tasks');
    await page.getByRole('button', { name: 'Say', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Handrail says' }).waitFor();
    said = page.url().split('/').at(-1) ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await at?.close();
  });

  /** Every page, before whoever sees most on it. */
  const views = async (): Promise<readonly (readonly [string, Page])[]> => {
    const link = await at.link('mgr-1');
    const seen = Object.values<readonly Sight[]>(sights({ pageId, factId, said, link })).flat();
    const hands = { 'adv-1': page, 'mgr-1': manager };
    return seen
      .filter(({ isDaily }) => isWide || isDaily)
      .map(({ path, by }) => [path, by ? hands[by] : stranger] as const);
  };

  test('is walked by the keyboard alone: to the worst customer, its plan, the page, and back', async () => {
    await go('/console');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Northwind' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { level: 1, name: 'Pages' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/console/pages/${pageId}`);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('lake');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Lakeside' }).waitFor();
    expect(await page.getByRole('link', { name: 'Northwind' }).count()).toBe(0);
  });

  test('shows within a second what somebody else just did, and keeps what is being typed', async () => {
    await go('/console/customers/northwind');
    await page.locator('html[data-live]').waitFor({ state: 'attached' });
    await page.getByLabel('Write down what happened').fill('not sent yet');
    const began = performance.now();
    await at.ports.database.trip(trip =>
      recordEvent(trip, {
        customerId: 'northwind',
        kind: 'note',
        visibility: 'internal',
        text: 'Somebody else was here.',
        authorId: 'adv-2',
      }),
    );
    await page.getByText('Somebody else was here.').first().waitFor();
    process.stderr.write(`live after ${Math.round(performance.now() - began)} ms\n`);
    expect(await page.getByLabel('Write down what happened').inputValue()).toBe('not sent yet');
  });

  test('moves a step by hand or by form: who is told what stands there before it is done', async () => {
    await go('/console/customers/northwind/transitions/erp');
    const outline = await page.locator('svg.roomy [data-step$="/open"] .plan').boundingBox();
    if (!outline) throw new Error('The last step is not drawn.');
    await page.mouse.move(outline.x + 4, outline.y + 4);
    await page.mouse.down();
    await page.mouse.move(outline.x + 64, outline.y + 4, { steps: 3 });
    await page.mouse.up();
    await page.waitForURL('**/steps/open?to=*');
    await page.getByText('What they read in').waitFor();
    const plain = await enter({ javaScriptEnabled: false });
    await plain.goto(`${at.url}/console/customers/northwind/transitions/erp/steps/open`);
    await plain.getByLabel('From').fill('2026-03-07T02:30');
    await plain.getByLabel('Because').fill('the copy is slow');
    await plain.getByRole('button', { name: 'Show what would move' }).click();
    await plain.getByText('because the copy is slow').first().waitFor();
    await plain.getByRole('button', { name: 'Move it and tell them' }).click();
    await plain.getByText('They are told, with the old and the new times.').waitFor();
    const told = await at.ports.database.client.message.count({ where: { name: 'slip' } });
    expect(told).toBe(1);
    await plain.context().close();
  });

  test('works without a script: look, write down, publish', async () => {
    const plain = await enter({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await plain.getByRole('link', { name: 'Northwind' }).click();
    await plain.getByLabel('Write down what happened').fill('Published without a script.');
    await plain.getByRole('button', { name: 'Publish to them' }).click();
    await plain.locator('.facts .shared').getByText('Published without a script.').waitFor();
    await plain.context().close();
  });

  const handed = Object.entries(openHand) as [HandName, (typeof openHand)[HandName]][];
  const all = [...new Set(Object.values(jobs).flat())];

  // Daily the one job that is done at three in the morning, without a mouse.
  describe.each(isWide ? handed : handed.slice(0, 1))('%s', (name, open) => {
    const sent = new Set<string>();

    test.each(all.filter(({ isDaily }) => isWide || isDaily))('$name', async job => {
      // So many signing in at one moment would be slowed down.
      at.ports.clock.moveTo(plus(at.ports.clock.now(), minute));
      const isFirst = job === firstRun;
      const stage = isFirst ? await openConsoleStage(null) : at;
      const width = isFirst ? 320 : 1400;
      const hand = await open(browser, { viewport: { width, height: 900 } });
      hand.page.on('request', request => {
        if (request.method() === 'POST') sent.add(formOf(new URL(request.url()).pathname));
      });
      if (job.by) {
        await hand.page.goto(stage.url + (await stage.link(job.by)));
        await hand.press(hand.page.getByRole('button', { name: /^Sign in as/ }));
        await hand.page.waitForURL(`${stage.url}/console`);
      }
      if (isFirst && name === 'by keyboard alone') await lookAtBegin(hand.page, stage.url);
      await job.run(hand, stage);
      await hand.page.context().close();
      if (!isFirst) return;
      await stage.close();
      expect(stage.complaints).toEqual([]);
    });

    if (!isWide) return;

    test('every form there is was sent', () => {
      const forms = Object.entries<Route>(routes).filter(([, { method }]) => method === 'post');
      expect(forms.map(([form]) => form).filter(form => !sent.has(form))).toEqual([]);
    });
  });

  test.each(['light', 'dark'] as const)(
    'has nothing serious for axe, in the %s',
    async colorScheme => {
      for (const [path, on] of [...(await views()), ['/console/none', page] as const]) {
        await on.emulateMedia({ colorScheme });
        await go(path, on);
        for (const width of isWide ? [320, 390, 1400] : [1400]) {
          await on.setViewportSize({ width, height: 900 });
          expect([path, width, await seriousOf(on)]).toEqual([path, width, []]);
          await keepShot(on, `${colorScheme}-${width}${path}`);
        }
      }
    },
  );

  test('is nowhere wider than a small phone', async () => {
    for (const [path, on] of await views()) {
      await on.setViewportSize({ width: 320, height: 640 });
      await go(path, on);
      expect([path, await on.evaluate('document.documentElement.scrollWidth')]).toEqual([
        path,
        320,
      ]);
      await keepShot(on, `phone${path}`);
      await on.setViewportSize({ width: 1400, height: 900 });
    }
  });

  test('lets sixty stored strings in every text become nothing but text', async () => {
    await plantHostile(at.ports.database);
    for (const [path, on] of (await views()).filter(([one]) => !one.includes('q='))) {
      await go(path, on);
      expect([path, await on.evaluate(liveNodes)]).toEqual([path, []]);
    }
  });

  test('had a browser without a complaint, but for what is not there', () => {
    expect(complaints.filter(one => !one.includes('404'))).toEqual([]);
    expect(at.complaints).toEqual([]);
  });
});

/** The form that a request sends. */
function formOf(path: string): string {
  const isIt = ({ method, path: shape }: Route) =>
    method === 'post' && new RegExp(`^${shape.replace(/:\w+/g, '[^/]+')}$`).test(path);
  return Object.entries<Route>(routes).find(([, route]) => isIt(route))?.[0] ?? path;
}

/** The page where nobody is known yet, which no other test comes to. */
async function lookAtBegin(page: Page, url: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1400, 390, 320]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${url}/console/begin`);
      expect([width, await seriousOf(page)]).toEqual([width, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await keepShot(page, `${colorScheme}-${width}_console_begin`);
    }
}

/** Keeps what a page looks like, for a person to look at: `CONSOLE=all SHOTS=some/folder`. */
async function keepShot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  const path = `${folder}/${name.replace(/[^\w.-]+/g, '_').slice(0, 90)}.png`;
  await page.screenshot({ path, fullPage: true });
}

/** What axe calls serious or critical on a page. It is evaluated past the page's own policy, as a browser's tools are. */
async function seriousOf(page: Page): Promise<unknown> {
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(axePath, 'utf8'));
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3).join(' | ')))`);
}

/** Elements and attributes that none of our templates makes. */
const liveNodes = `(() => {
  const bad = [...document.querySelectorAll('script:not([src^="/console/assets/"]), img, iframe, object, embed, style, base, template, math, meta[http-equiv], link:not([href^="/console/assets/"]), form[action^="http"]')].map(one => one.outerHTML.slice(0, 80));
  for (const one of document.querySelectorAll('*'))
    for (const { name, value } of one.attributes)
      if (/^on/.test(name) || name === 'srcdoc' || /^\\s*javascript:/i.test(value) && name === 'href') bad.push(one.tagName + ' ' + name);
  if (window.caught) bad.push('a script ran');
  return bad;
})()`;
