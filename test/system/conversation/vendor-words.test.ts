import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readOrder } from '../../../src/conversation/words/order-words.ts';
import { cardFrom } from '../../../src/delivery/card.ts';
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

describe('whoever wants to see it drawn', () => {
  /** The newest card with a picture that went to somebody, or to a place. */
  async function drawnFor(to: { toPersonId: string } | { toPlaceId: string }) {
    const where = { where: to, orderBy: { seq: 'desc' } } as const;
    const row = await world.trip(({ tx }) => tx.message.findFirst(where));
    return row ? cardFrom(row.card) : null;
  }

  test('our own people see the plan and how confidence went, with the same in words', async () => {
    for (const text of ['show northwind', 'show me Northwind', 'a picture of northwind']) {
      await says(text);
      const card = await drawnFor({ toPersonId: 'adv-1' });
      expect(card?.audience).toBe('internal');
      expect(card?.picture?.window?.steps.map(({ name }) => name)).toHaveLength(3);
      expect(card?.picture?.course?.points.length).toBeGreaterThan(28);
      expect(newest()).toMatch(/0 of 3 steps done; next .*planned for .*\nConfidence /);
    }
  });

  test('in a shared place nobody but the asker sees it', async () => {
    await world.says('adv-1', 'northwind-shared', '@handrail show northwind');
    expect((await drawnFor({ toPlaceId: 'northwind-shared' }))?.picture).toBeUndefined();
    expect((await drawnFor({ toPersonId: 'adv-1' }))?.picture?.course).toBeTruthy();
  });

  test('"show me the portfolio" is the portfolio, "show the timeline northwind" the brief', async () => {
    await says('show me the portfolio');
    expect(newest()).toMatch(/Northwind[\s\S]*Lakeside|Lakeside[\s\S]*Northwind/);
    await says('show the timeline northwind');
    expect(newest()).toContain('Handle Northwind with care');
  });

  test('a customer reads the situation, and sees the plan alone', async () => {
    for (const text of ['show me', 'can you show us the plan?', 'a picture of the night, please']) {
      await world.says('lead-1', 'northwind-shared', `@handrail ${text}`);
      const card = await drawnFor({ toPlaceId: 'northwind-shared' });
      expect(card).toMatchObject({ audience: 'shared', name: 'situation' });
      expect(card?.picture?.window?.steps).toHaveLength(3);
      expect(card?.picture?.course).toBeNull();
      expect(JSON.stringify(card)).not.toMatch(/Lakeside|with care|confidence/i);
    }
  });

  test('who is written to in another language reads it in that, whole, without the English drawing', async () => {
    await world.trip(({ tx }) => tx.customer.updateMany({ data: { language: 'de' } }));
    await world.says('lead-1', 'northwind-shared', '@handrail show me');
    const card = await drawnFor({ toPlaceId: 'northwind-shared' });
    expect(card).toMatchObject({ name: 'situation', language: 'de' });
    expect(card?.picture).toBeUndefined();
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
