import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openPage } from '../../harness/browser.ts';

/** How somebody uses a page: what a job does with it is the same, whatever they have. */
export interface Hand {
  readonly page: Page;
  /** Follows a link, or presses a button. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  write(target: Locator, text: string): Promise<void>;
  /** Picks what a list offers by its words. */
  choose(target: Locator, label: string): Promise<void>;
  /** Sets a date with its time: "2026-03-07T02:30". */
  setTime(target: Locator, at: string): Promise<void>;
}

export type HandName = keyof typeof openHand;

/** Ways to use the console besides a mouse and a script. */
export const openHand = {
  'by keyboard alone': async (browser: Browser, options: BrowserContextOptions = {}) =>
    keyboard(await openPage(browser, options)),
  'without a script': async (browser: Browser, options: BrowserContextOptions = {}) =>
    plain(await openPage(browser, { ...options, javaScriptEnabled: false })),
} as const;

function plain(page: Page): Hand {
  return {
    page,
    press: target => target.click(),
    write: (target, text) => target.fill(text),
    choose: async (target, label) => void (await target.selectOption({ label })),
    setTime: (target, at) => target.fill(at),
  };
}

const mostTabs = 400;

function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  /** Tab after Tab, as somebody goes who has nothing else. What cannot be come to so, cannot be used. */
  const reach = async (target: Locator) => {
    await target.waitFor();
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate(one => one === one.ownerDocument.activeElement)) return;
      await keys.press('Tab');
    }
    throw new Error(`The keyboard alone does not come to ${target}.`);
  };
  return {
    page,
    press: async target => {
      await reach(target);
      await keys.press((await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
    },
    write: async (target, text) => {
      await reach(target);
      await keys.press('Control+a');
      await keys.insertText(text);
    },
    choose: async (target, label) => {
      await reach(target);
      await keys.type(label);
    },
    setTime: async (target, at) => {
      await reach(target);
      // A browser asks for a date as its machine's language writes it.
      for (const [date, time] of [dayFirst(at), monthFirst(at)]) {
        for (let part = 0; part < 6; part += 1) await keys.press('ArrowLeft');
        await keys.type(date);
        await keys.press('ArrowRight');
        await keys.type(time);
        if ((await target.inputValue()) === at) return;
      }
      throw new Error(`The keyboard alone cannot set ${target} to ${at}.`);
    },
  };
}

const partsOf = (at: string) => at.split(/[-T:]/) as [string, string, string, string, string];

function dayFirst(at: string): readonly [string, string] {
  const [year, month, day, hours, minutes] = partsOf(at);
  return [`${day}${month}${year}`, `${hours}${minutes}`];
}

function monthFirst(at: string): readonly [string, string] {
  const [year, month, day, hours, minutes] = partsOf(at);
  const twelve = String(Number(hours) % 12 || 12).padStart(2, '0');
  return [`${month}${day}${year}`, `${twelve}${minutes}${Number(hours) < 12 ? 'a' : 'p'}`];
}
