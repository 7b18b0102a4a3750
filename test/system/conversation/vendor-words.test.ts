import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readOrder } from '../../../src/conversation/words/order-words.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const says = (text: string) => world.says('adv-1', null, text);
const newest = () => world.seen('adv-1').at(-1)?.text ?? '';

describe('what the vendor’s people ask in words', () => {
  test.each(['who is worried?', 'who needs attention?'])('"%s" is the portfolio', async text => {
    await says(text);
    expect(newest()).toMatch(/Northwind[\s\S]*Lakeside|Lakeside[\s\S]*Northwind/);
  });

  test.each([
    'why is Northwind so low?',
    'what do we owe northwind?',
    'timeline northwind',
    'what did northwind last say?',
  ])('"%s" is answered by the brief', async text => {
    await says(text);
    expect(newest()).toContain('Handle Northwind with care');
    expect(newest()).toContain('We owe them');
  });

  test('"tasks" shows what waits, with its tick', async () => {
    await says('tasks');
    expect(newest()).toContain('Nothing waits for you');
    await says('task northwind: call the customer');
    const said = await says('what do I have to do?');
    expect(said.map(({ text }) => text).join('\n')).toContain('call the customer');
  });

  test('"who has it?" says who has the page', async () => {
    await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
    await says('ack');
    await says('who has it?');
    expect(newest()).toContain('Nora Whitfield has it');
  });

  test('"tell northwind: …" is published to that customer, and to no other', async () => {
    await says('tell northwind: the copy runs');
    expect(world.facts('northwind').map(({ text }) => text)).toContain('the copy runs');
    expect(world.facts('lakeside').map(({ text }) => text)).not.toContain('the copy runs');
    await says('tell nobodyland: the copy runs twice');
    expect(world.facts('northwind').map(({ text }) => text)).not.toContain('the copy runs twice');
  });

  test('"reassign northwind to Tom" gives the page to Tom', async () => {
    await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
    await says('reassign northwind to Tom');
    expect(world.seen('adv-2').map(({ message }) => message)).toContain('page');
  });

  test('what is written down stays what it is', async () => {
    await says('log northwind: the history table is empty, who has it?');
    expect(
      world
        .facts('northwind')
        .map(({ text }) => text)
        .join(),
    ).toContain('history table');
  });
});

const answered = ['portfolio', 'owed', 'timeline', 'last-words', 'who-has-it', 'publish'] as const;
const commandOf = {
  owed: 'brief',
  timeline: 'brief',
  'last-words': 'brief',
  'who-has-it': 'pages',
};
const variants: { command: string; says: string[] }[] = parse(
  readFileSync('test/fixtures/heard/vendor.variants.yaml', 'utf8'),
);

describe.each(variants.filter(({ command }) => answered.some(one => one === command)))(
  'variants of $command',
  ({ command, says: all }) => {
    test.each(all)('%s', text => {
      const wanted = new Map(Object.entries(commandOf)).get(command) ?? command;
      expect(readOrder(text)?.name).toBe(wanted);
    });
  },
);
