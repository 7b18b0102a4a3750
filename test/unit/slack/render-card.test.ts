import { describe, expect, test } from '@jest/globals';
import { actionFrom } from '../../../src/adapters/slack/render/action-id.ts';
import { renderCard } from '../../../src/adapters/slack/render/render-card.ts';
import { internal, time } from '../../../src/delivery/audience.ts';
import {
  type Action,
  type Card,
  internalCard,
  type MessageName,
  messageNames,
} from '../../../src/delivery/card.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { checkMessageBlocks } from '../../harness/slack/check-blocks.ts';
import { injections } from '../../harness/slack/injections.ts';
import { buttonsIn } from '../../harness/slack/interactions.ts';
import { readBlocks, unescaped } from '../../harness/slack/read-blocks.ts';
import { liveIn } from '../../harness/slack/read-mrkdwn.ts';

const reader = { timeZone: 'America/New_York', now: new Date('2026-03-06T23:05:00Z') };
const at = new Date('2026-03-06T23:05:00Z');
const later = new Date('2026-03-08T23:05:00Z');

const button = (over: Partial<Action> = {}): Action => ({
  id: 'page.raise',
  label: 'Get a person',
  subject: 'page-1',
  ...over,
});

/** A card that says these words wherever a card can say anything. */
function everywhere(words: string, name: MessageName): Card {
  return internalCard(name, 'c1', {
    heading: internal`${words}`,
    body: [internal`${words}`, internal`before ${words} after ${time(at)}`],
    facts: [{ label: 'Now', text: internal`${words}` }],
    foot: internal`${words} as of ${time(at, 'age')}`,
    actions: [button({ label: words || 'x' })],
  });
}

describe('a card in Slack', () => {
  test('says what it says everywhere else, in every reader’s own time', () => {
    const card = internalCard('situation', 'c1', {
      heading: internal`Northwind`,
      body: [internal`Copying the balances since ${time(at)}.`, internal`Opens ${time(later)}.`],
      facts: [
        { label: 'Next', text: internal`Opening, ${time(later, 'day')}` },
        { label: 'With you', text: internal`Advocate One until ${time(at, 'bare')}` },
      ],
      foot: internal`As of ${time(at)}, ${time(at, 'age')}.`,
      actions: [button(), button({ style: 'danger', subject: 'page-2' })],
    });
    const { text, blocks } = renderCard(card, reader);
    expect(readBlocks(blocks)).toBe(plainText(card, reader));
    expect(text).toBe(plainText(card, reader));
    expect(JSON.stringify(blocks)).toContain('"format":"{date_short_pretty} {time}"');
    expect(JSON.stringify(blocks)).toContain(`<!date^${at.getTime() / 1000}^{ago}|just now>`);
    expect(buttonsIn(blocks)).toMatchObject([
      { actionId: 'page.raise#0', value: 'page-1', style: null },
      { actionId: 'page.raise#1', value: 'page-2', style: 'danger' },
    ]);
    expect(actionFrom('page.raise#1')).toBe('page.raise');
    expect(actionFrom('page.explode#1')).toBe(null);
  });

  test('a repeat says so before anything else', () => {
    const { text, blocks } = renderCard(everywhere('down', 'page'), { ...reader, isRepeat: true });
    expect(readBlocks(blocks)).toMatch(/^\(repeated\) You may have seen this already\.\ndown\n/);
    expect(text).toMatch(/^\(repeated\) down/);
  });

  test('one paragraph is one block, and labelled lines stand together', () => {
    const facts = [1, 2, 3].map(n => ({ label: `L${n}`, text: internal`fact ${n}` }));
    const card = internalCard('answer', null, { body: [internal`one`, internal`two`], facts });
    expect(renderCard(card, reader).blocks).toHaveLength(3);
  });
});

describe('whatever is written, it stays letters', () => {
  // Every string in one kind of card; `SLACK_INJECTIONS=all` puts every string into every kind.
  const isAll = process.env.SLACK_INJECTIONS === 'all';
  test.each(messageNames.map((name, turn) => ({ name, turn })))('in a $name', ({ name, turn }) => {
    for (const [index, words] of injections.entries()) {
      if (!isAll && index % messageNames.length !== turn) continue;
      const card = everywhere(words, name);
      const { text, blocks } = renderCard(card, reader);
      expect(checkMessageBlocks(blocks)).toBeNull();
      expect(liveIn(blocks)).toEqual([]);
      // The text beside blocks is for notifications; nothing in it reaches anybody or leads anywhere.
      const inText = liveIn({ text }).filter(({ kind }) => /mention|masked/.test(kind));
      expect(inText).toEqual([]);
      if (words.length < 400) {
        expect(readBlocks(blocks)).toBe(plainText(card, reader));
        expect(unescaped(text)).toBe(plainText(card, reader));
      }
    }
  });

  test('the corpus is two hundred strings or more', () => {
    expect(injections.length).toBeGreaterThanOrEqual(200);
  });
});

describe('a long card', () => {
  const lines = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => internal`${`${index} `.padEnd(length, 'x')}`);

  test.each([
    ['many short lines', 400, 20],
    ['many long lines', 60, 900],
    ['one enormous line', 1, 40_000],
    ['a few enormous lines', 3, 9_000],
    ['one line of signs that grow when escaped', 1, 12_000],
  ])('%s: fits, and says that there is more', (_what, count, length) => {
    const card = internalCard('answer', null, {
      heading: internal`Portfolio`,
      body: lines(count, length),
      actions: [button()],
      foot: internal`Quiet line`,
    });
    const { text, blocks } = renderCard(card, reader);
    expect(checkMessageBlocks(blocks)).toBeNull();
    expect(text.length).toBeLessThanOrEqual(4_000);
    const read = readBlocks(blocks);
    expect(read).toMatch(/… (?:\d+ more lines?|shortened), ask for the rest/);
    expect(read).toContain('Quiet line');
    expect(buttonsIn(blocks)).toHaveLength(1);
    const left = Number(/… (\d+) more/.exec(read)?.[1] ?? 0);
    const shown = read.split('\n').filter(line => /^\d+ /.test(line)).length;
    expect(shown + left).toBe(count);
  });

  test('a line exactly as long as there is room is shown whole', () => {
    for (let length = 11_500; length < 12_000; length += 7) {
      const { blocks } = renderCard(
        internalCard('answer', null, { body: lines(1, length) }),
        reader,
      );
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(12_000);
      const isWhole = readBlocks(blocks).length === length;
      expect(isWhole || readBlocks(blocks).includes('… shortened')).toBe(true);
    }
  });

  test('characters of two halves are never cut in two', () => {
    const card = internalCard('answer', null, {
      heading: internal`${'👍'.repeat(3_000)}`,
      body: [internal`x${'👍'.repeat(9_000)}`],
      foot: internal`${'👍'.repeat(2_000)} ${time(at)}`,
      actions: [button({ label: `x${'👍'.repeat(60)}` })],
    });
    const { text, blocks } = renderCard(card, reader);
    expect(checkMessageBlocks(blocks)).toBeNull();
    const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
    expect(`${text}${readBlocks(blocks)}`).not.toMatch(half);
  });
});
