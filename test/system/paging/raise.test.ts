import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { findOpenPage } from '../../../src/paging/page/find-pages.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { noteWays } from '../../../src/reach/note-ways.ts';
import { leesPage, openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const newest = (to: string) => stage.heardBy(to, 'all').at(-1);
const evidence = () => stage.database.client.evidence.findMany();

describe('the receipt', () => {
  const withPhone = () =>
    stage.database.client.person.update({
      where: { id: 'maya' },
      data: {
        contact: [
          { via: 'chat', to: null, afterMinutes: 0 },
          { via: 'voice', to: '+15550100', afterMinutes: 2 },
        ],
      },
    });
  const ways = async () => {
    const calls = await stage.database.client.pageCall.findMany({ where: { personId: 'maya' } });
    return calls.map(({ via }) => via);
  };

  test('promises no phone where none is connected, and none is called', async () => {
    await withPhone();
    await noteWays(stage.database, []);
    await stage.raise();
    expect(newest('northwind-shared')?.text).not.toContain('phone');
    expect(await ways()).toEqual(['chat']);
  });

  test('names the phone where it is connected', async () => {
    await withPhone();
    await noteWays(stage.database, ['voice']);
    await stage.raise();
    expect(newest('northwind-shared')?.text).toContain('(chat, then phone)');
    expect((await ways()).sort()).toEqual(['chat', 'voice']);
  });
});

describe('one page is open for each customer and transition', () => {
  test('more words join it, are counted, and reach the people paged without ringing again', async () => {
    const first = await stage.raise();
    const second = await stage.raise({ words: 'Still down, month-end is at risk.' });
    expect(second).toEqual({ pageId: first.pageId, outcome: 'joined' });
    expect(stage.heardBy('maya')).toHaveLength(1);
    expect(newest('maya')?.text).toContain('+1 more since');
    expect(newest('maya')?.text).toContain(
      'Newest: "Still down, month-end is at risk." Lee, 18:02.',
    );
    expect(stage.heardBy('northwind-shared')).toHaveLength(1);
    expect(await evidence()).toHaveLength(1);
  });

  test('two who raise at once raise one', async () => {
    const [a, b] = await Promise.all([
      stage.database.trip(trip => raisePage(trip, leesPage)),
      stage.database.trip(trip => raisePage(trip, leesPage)),
    ]);
    expect(a.pageId).toBe(b.pageId);
    expect([a.outcome, b.outcome].sort()).toEqual(['joined', 'raised']);
  });

  test('words about the customer as a whole join whatever page is open', async () => {
    const first = await stage.ruleRaises({ transitionId: 'northwind/erp' });
    const second = await stage.ruleRaises({ words: 'Promise missed', rule: 'missed-promise' });
    expect(second).toEqual({ pageId: first.pageId, outcome: 'joined' });
    const found = await stage.database.trip(({ tx }) => findOpenPage(tx, 'northwind'));
    expect(found?.id).toBe(first.pageId);
  });

  test('a page outside any transition is one too', async () => {
    await stage.database.client.transition.deleteMany();
    const first = await stage.ruleRaises();
    const second = await stage.ruleRaises();
    expect(second).toEqual({ pageId: first.pageId, outcome: 'joined' });
    expect(stage.heardBy('maya')).toHaveLength(1);
  });

  test('its owner is told of more words, once in five minutes', async () => {
    const { pageId } = await stage.raise();
    await stage.trip(trip => acknowledgePage(trip, { pageId, personId: 'maya' }));
    const notices = () => stage.heardBy('maya').filter(one => one.name === 'page-update');
    await stage.raise({ words: 'Now payroll too.' });
    expect(notices().map(one => one.text)).toEqual([
      '⚠️ Northwind, more on the page you have:\n"Now payroll too." Lee.',
    ]);
    await stage.pass(4);
    await stage.raise({ words: 'And shipping.' });
    expect(notices()).toHaveLength(1);
    await stage.pass(1);
    await stage.raise({ words: 'And orders.' });
    expect(notices()).toHaveLength(2);
    expect((await stage.page(pageId)).state).toBe('acknowledged');
  });
});

describe('what the customer sees', () => {
  test('is nothing of a page we raised ourselves', async () => {
    await stage.ruleRaises();
    await stage.pass(60);
    expect(stage.heardBy('northwind-shared')).toEqual([]);
    expect(await stage.facts('shared')).toEqual([]);
    expect(stage.heardBy('maya')[0]?.text).toMatch(/^⚠️ Northwind: No sign of life since Monday/);
    expect(stage.heardBy('maya')[0]?.text).toContain('Noticed by Handrail, ');
    expect(await evidence()).toEqual([]);
  });

  test('is a receipt from the moment they ask themselves', async () => {
    await stage.ruleRaises();
    await stage.pass(5);
    const { outcome } = await stage.raise();
    expect(outcome).toBe('joined');
    const receipts = stage.heardBy('northwind-shared');
    expect(receipts).toHaveLength(1);
    expect(receipts[0]?.text).toMatch(
      /^⏳ 14:07 I've paged your advocate Maya again\. If there is no answer by 14:12, I'll page our on-call/,
    );
    expect(receipts[0]?.text).not.toContain('canary');
    expect(await stage.facts('shared')).toEqual(['page.raised Lee asked for a person']);
    expect(await evidence()).toHaveLength(1);
  });

  test('is where they asked: alone with us, only there', async () => {
    await stage.raise({ placeId: null });
    expect(stage.heardBy('lee').map(one => one.name)).toEqual(['page-receipt']);
    expect(stage.heardBy('northwind-shared')).toEqual([]);
  });

  test.each([
    ['when nobody said where', undefined],
    ['when it was said in a place of rulesPage', 'northwind-team'],
    ['when it was said in a place that is gone', 'nowhere'],
  ])('is in the shared place %s', async (_, placeId) => {
    await stage.raise({ raisedBy: 'vendor', raisedById: 'maya', placeId });
    expect(stage.heardBy('northwind-shared').map(one => one.name)).toEqual(['page-receipt']);
  });

  test('is nowhere while their place is parked, and we are told', async () => {
    await stage.raise();
    await stage.database.client.place.update({
      where: { id: 'northwind-shared' },
      data: { parkedReason: 'shared with another company' },
    });
    const before = stage.heardBy('northwind-shared', 'all').length;
    await stage.pass(5);
    expect(stage.heardBy('northwind-shared', 'all')).toHaveLength(before);
    expect(stage.heardBy('tom')).toHaveLength(1);
  });

  test('is told to us when their receipt never arrives', async () => {
    stage.deaf.add('northwind-shared');
    await stage.raise();
    expect((await stage.facts('internal')).join()).toContain(
      'The customer does not see that help is on its way.',
    );
    expect(stage.heardBy('maya')).toHaveLength(1);
  });
});

test('has words even when nobody typed any', async () => {
  await stage.raise({ words: '  ' });
  expect(stage.heardBy('maya')[0]?.text).toContain('"Asked for a person."');
});

test('pages at three in the morning like at noon', async () => {
  await stage.reset('2026-03-14T03:00:00-04:00');
  await stage.raise();
  expect(stage.heardBy('maya').map(one => one.at)).toEqual(['03:00']);
});
