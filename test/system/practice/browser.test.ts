import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import {
  chromiumPath,
  complaintsOf,
  enter,
  faintTexts,
  focusOf,
  namelessControls,
  openBrowser,
  openPage,
} from '../../harness/browser.ts';
import { openTestRoom, type TestRoom } from './room.ts';

const inBrowser = chromiumPath ? describe : describe.skip;

inBrowser('a newcomer in a browser', () => {
  let at: TestRoom;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    at = await openTestRoom();
    browser = await openBrowser();
    page = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    complaints = complaintsOf(page);
    await enter(page, at.url);
  });
  afterAll(async () => {
    await browser?.close();
    await at?.close();
  });

  const seat = (name: string): Locator => page.locator(`#seat-${name}`);
  const log = (name: string): Locator => page.locator(`#log-${name}`);
  const says = async (name: string, text: string): Promise<void> => {
    await seat(name).getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    await log(name).getByText(text, { exact: true }).last().waitFor();
  };
  const forward = async (by: string): Promise<void> => {
    const moved = page.waitForResponse(response => response.url().endsWith('/practice/clock'));
    await page.locator('.forward').getByRole('button', { name: by }).click();
    expect((await moved).status()).toBe(204);
  };

  test('reads the welcome', async () => {
    await log('customer').getByText('Type', { exact: false }).first().waitFor();
    expect(await log('customer').innerText()).toContain(
      "I'm Handrail, Fernhollow Systems' advocate",
    );
    expect(await page.locator('.times').innerText()).toContain('Fri 6 Mar 17:50');
  });

  test("asks what's happening, and is answered in place, without a reload", async () => {
    await page.evaluate("document.body.dataset.samePage = 'yes'");
    await says('customer', "what's happening now?");
    await log('customer').locator('.situation').last().waitFor();
    expect(await seat('customer').getByRole('textbox').inputValue()).toBe('');
    expect(await page.locator('body').getAttribute('data-same-page')).toBe('yes');
  });

  test('moves on to the first check-in', async () => {
    const worried = log('customer').getByRole('button', { name: 'Worried' });
    for (let presses = 0; presses < 12 && (await worried.count()) === 0; presses += 1) {
      await forward('To the next thing that happens');
      await page.locator('body.moving').waitFor({ state: 'detached' });
    }
    await worried.waitFor();
    expect(await page.locator('.times').innerText()).toContain('19:00');
  });

  test('presses Worried: the question is edited in place, and the advocate knows', async () => {
    await log('customer').getByRole('button', { name: 'Worried' }).click();
    await log('customer').getByText('pressed Worried').waitFor();
    await log('customer').locator('.check-in .tag', { hasText: 'edited' }).waitFor();
    await log('advocate').getByText('is worried', { exact: false }).first().waitFor();
  });

  test('pages, and sees the receipt change when the advocate has it', async () => {
    await says('customer', 'page');
    const receipt = log('customer').locator('.page-receipt').last();
    await receipt.getByText('paged your advocate', { exact: false }).waitFor();
    await log('advocate').getByRole('button', { name: 'I have it' }).last().click();
    await receipt.getByText('Nora Whitfield has it', { exact: false }).waitFor();
    await receipt.locator('.tag', { hasText: 'edited' }).waitFor();
  });

  test('sees the clock move', async () => {
    await forward('+1 hour');
    await page.locator('.times').getByText('20:0', { exact: false }).waitFor();
  });

  test('looks over the shoulder of somebody else, and keeps what was being typed elsewhere', async () => {
    await seat('manager').getByRole('textbox').fill('not sent yet');
    await seat('advocate').getByRole('link', { name: 'Idris' }).click();
    await seat('advocate').getByRole('heading', { name: 'Idris Bello' }).waitFor();
    expect(page.url()).toContain('as-advocate=eng-1');
    expect(await seat('manager').getByRole('textbox').inputValue()).toBe('not sent yet');
    await page.goBack();
    await seat('advocate').getByRole('heading', { name: 'Nora Whitfield' }).waitFor();
  });

  test('hears of what another window did', async () => {
    const other = await page.context().newPage();
    await other.goto(at.url);
    await other.locator('#seat-manager').getByRole('textbox').fill('portfolio');
    await other
      .locator('#seat-manager')
      .getByRole('button', { name: 'Send as Helen Marsh' })
      .click();
    await log('manager').getByText('portfolio', { exact: true }).waitFor();
    await other.close();
  });

  test('starts over', async () => {
    await page.getByText('Start over', { exact: true }).click();
    await page.getByRole('button', { name: 'Yes, start over' }).click();
    await page.locator('#log-customer .line').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.times').innerText()).toContain('17:50');
  });

  test('can do it all without a script', async () => {
    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.goto(at.url);
    await plain.locator('#seat-customer').getByRole('textbox').fill('who is on call?');
    await plain.locator('#seat-customer').getByRole('button', { name: 'Send' }).click();
    await plain.locator('#log-customer').getByText('who is on call?').waitFor();
    expect(await plain.locator('#log-customer .bot').count()).toBe(2);
    await plain.getByRole('button', { name: '+1 hour' }).click();
    await plain.locator('.times').getByText('18:50').waitFor();
  });

  test('had a browser without a complaint', () => {
    expect(complaints).toEqual([]);
  });

  describe('who cannot see, or uses no mouse', () => {
    test('finds landmarks, headings and a name for every control', async () => {
      for (const role of ['banner', 'main'] as const)
        expect(await page.getByRole(role).count()).toBe(1);
      const names = await page
        .getByRole('navigation')
        .evaluateAll(all => all.map(one => one.getAttribute('aria-label')));
      expect(names.every(name => name)).toBe(true);
      expect(new Set(names).size).toBe(names.length);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      for (const name of ['Daniel Reyes', 'Nora Whitfield', 'Helen Marsh'])
        expect(await page.getByRole('region', { name }).count()).toBe(1);
      expect(await page.getByRole('log').count()).toBe(3);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await namelessControls(page)).toEqual([]);
      expect(
        await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count(),
      ).toBe(0);
    });

    test('is led from the top to the writing box by the Tab key, past the rest by the first one', async () => {
      await enter(page, at.url);
      await page.keyboard.press('Tab');
      expect((await focusOf(page)).text).toBe('Skip to the conversations');
      await page.keyboard.press('Enter');
      const passed: string[] = [];
      for (let presses = 0; presses < 90 && !passed.includes('text-manager'); presses += 1) {
        await page.keyboard.press('Tab');
        const { id, outline } = await focusOf(page);
        if (id) passed.push(id);
        expect(outline).not.toBe('none');
      }
      expect(passed.filter(id => /^(text|log)-/.test(id))).toEqual([
        'log-customer',
        'text-customer',
        'log-advocate',
        'text-advocate',
        'log-manager',
        'text-manager',
      ]);
    });

    test.each(['light', 'dark'] as const)('reads every text in the %s', async colorScheme => {
      await page.emulateMedia({ colorScheme });
      expect(await faintTexts(page)).toEqual([]);
    });
  });

  test('has one screen at a time on a phone, and nothing wider than it', async () => {
    const phone = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await enter(phone, at.url);
    const shown = () => phone.locator('.seat:visible').evaluateAll(all => all.map(one => one.id));
    expect(await shown()).toEqual(['seat-customer']);
    await phone.getByRole('link', { name: /^Manager/ }).tap();
    expect(await shown()).toEqual(['seat-manager']);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const box = await phone.locator('#seat-manager .send').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  });
});
