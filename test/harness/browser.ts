import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Where Chromium is on this machine, or null. */
export const chromiumPath = places.find(path => existsSync(path)) ?? null;

if (chromiumPath === null)
  process.stderr.write(
    `\n!!! SKIPPED: the practice room was NOT tried in a browser, because there is no Chromium at ${places.join(', ')}.\n\n`,
  );

export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
    ],
  });
}

/** What a page complained about: script errors, refused content, failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}

/** Text that is too faint, as "words: ratio". See in-page.js, which `openPage` brings along. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate('inPage.faintTexts()');
}

export function namelessControls(page: Page): Promise<string[]> {
  return page.evaluate('inPage.namelessControls()');
}

export function focusOf(page: Page): Promise<{ id: string; text: string; outline: string }> {
  return page.evaluate('inPage.focus()');
}

/** A page in a browser of its own kind, patient, with in-page.js in it. */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(60_000);
  if (options.javaScriptEnabled !== false)
    await context.addInitScript({ path: 'test/harness/in-page.js' });
  return context.newPage();
}

/** Opens the room and waits until its script has made it live. */
export async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('html[data-live]').waitFor({ state: 'attached' });
}
