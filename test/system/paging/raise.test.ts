import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { findOpenPage } from '../../../src/paging/page/find-pages.ts';
import type { NewPage } from '../../../src/paging/page/new-page.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const theirs = {
  customerId: 'northwind',
  raisedBy: 'customer',
  raisedById: 'lee',
  words: 'The ledger is down.',
  isShared: true,
  placeId: 'northwind-shared',
} as const satisfies NewPage;

const ours = {
  customerId: 'northwind',
  raisedBy: 'rule',
  rule: 'silence',
  words: 'No sign of life since Monday, canary.',
  isShared: false,
} as const satisfies NewPage;

const raise = (page: NewPage) => stage.trip(trip => raisePage(trip, page));
const newest = (to: string) => stage.heardBy(to, 'all').at(-1);
const evidence = () => stage.database.client.evidence.findMany();

describe('one page is open for each customer and transition', () => {
  it('more words join it, are counted, and reach the people paged without ringing again', async () => {
    const first = await raise(theirs);
    const second = await raise({ ...theirs, words: 'Still down, month-end is at risk.' });
    expect(second).toEqual({ pageId: first.pageId, outcome: 'joined' });
    expect(stage.heardBy('maya')).toHaveLength(1);
    expect(newest('maya')?.text).toContain('+1 more since');
    expect(newest('maya')?.text).toContain(
      'Newest: "Still down, month-end is at risk." Lee, 18:02.',
    );
    expect(stage.heardBy('northwind-shared')).toHaveLength(1);
    expect(await evidence()).toHaveLength(1);
  });

  it('two who raise at once raise one', async () => {
    const [a, b] = await Promise.all([
      stage.database.trip(trip => raisePage(trip, theirs)),
      stage.database.trip(trip => raisePage(trip, theirs)),
    ]);
    expect(a.pageId).toBe(b.pageId);
    expect([a.outcome, b.outcome].sort()).toEqual(['joined', 'raised']);
  });

  it('words about the customer as a whole join whatever page is open', async () => {
    const first = await raise({ ...ours, transitionId: 'northwind/erp' });
    const second = await raise({ ...ours, words: 'Promise missed', rule: 'missed-promise' });
    expect(second).toEqual({ pageId: first.pageId, outcome: 'joined' });
    const found = await stage.database.trip(({ tx }) => findOpenPage(tx, 'northwind'));
    expect(found?.id).toBe(first.pageId);
  });

  it('a page outside any transition is one too', async () => {
    await stage.database.client.transition.deleteMany();
    const first = await raise(ours);
    const second = await raise(ours);
    expect(second).toEqual({ pageId: first.pageId, outcome: 'joined' });
    expect(stage.heardBy('maya')).toHaveLength(1);
  });

  it('its owner is told of more words, once in five minutes', async () => {
    const { pageId } = await raise(theirs);
    await stage.trip(trip => acknowledgePage(trip, { pageId, personId: 'maya' }));
    const notices = () => stage.heardBy('maya').filter(one => one.name === 'page-update');
    await raise({ ...theirs, words: 'Now payroll too.' });
    expect(notices().map(one => one.text)).toEqual([
      '⚠️ Northwind, more on the page you have:\n"Now payroll too." Lee.',
    ]);
    await stage.pass(4);
    await raise({ ...theirs, words: 'And shipping.' });
    expect(notices()).toHaveLength(1);
    await stage.pass(1);
    await raise({ ...theirs, words: 'And orders.' });
    expect(notices()).toHaveLength(2);
    expect((await stage.page(pageId)).state).toBe('acknowledged');
  });
});

describe('what the customer sees', () => {
  it('is nothing of a page we raised ourselves', async () => {
    await raise(ours);
    await stage.pass(60);
    expect(stage.heardBy('northwind-shared')).toEqual([]);
    expect(await stage.facts('shared')).toEqual([]);
    expect(stage.heardBy('maya')[0]?.text).toMatch(/^⚠️ Northwind: No sign of life since Monday/);
    expect(stage.heardBy('maya')[0]?.text).toContain('Noticed by Handrail, ');
    expect(await evidence()).toEqual([]);
  });

  it('is a receipt from the moment they ask themselves', async () => {
    await raise(ours);
    await stage.pass(5);
    const { outcome } = await raise(theirs);
    expect(outcome).toBe('joined');
    const receipts = stage.heardBy('northwind-shared');
    expect(receipts).toHaveLength(1);
    expect(receipts[0]?.text).toMatch(/^⏳ 14:07 No answer from Maya yet, so I've paged/);
    expect(receipts[0]?.text).not.toContain('canary');
    expect(await stage.facts('shared')).toEqual(['page.raised Lee asked for a person']);
    expect(await evidence()).toHaveLength(1);
  });

  it('is where they asked: alone with us, only there', async () => {
    await raise({ ...theirs, placeId: null });
    expect(stage.heardBy('lee').map(one => one.name)).toEqual(['page-receipt']);
    expect(stage.heardBy('northwind-shared')).toEqual([]);
  });

  it.each([
    ['when nobody said where', undefined],
    ['when it was said in a place of ours', 'northwind-team'],
    ['when it was said in a place that is gone', 'nowhere'],
  ])('is in the shared place %s', async (_, placeId) => {
    await raise({ ...theirs, raisedBy: 'vendor', raisedById: 'maya', placeId });
    expect(stage.heardBy('northwind-shared').map(one => one.name)).toEqual(['page-receipt']);
  });

  it('is nowhere while their place is parked, and we are told', async () => {
    await raise(theirs);
    await stage.database.client.place.update({
      where: { id: 'northwind-shared' },
      data: { parkedReason: 'shared with another company' },
    });
    const before = stage.heardBy('northwind-shared', 'all').length;
    await stage.pass(5);
    expect(stage.heardBy('northwind-shared', 'all')).toHaveLength(before);
    expect(stage.heardBy('tom')).toHaveLength(1);
  });

  it('is told to us when their receipt never arrives', async () => {
    stage.deaf.add('northwind-shared');
    await raise(theirs);
    expect((await stage.facts('internal')).join()).toContain(
      'The customer does not see that help is on its way.',
    );
    expect(stage.heardBy('maya')).toHaveLength(1);
  });
});

it('has words even when nobody typed any', async () => {
  await raise({ ...theirs, words: '  ' });
  expect(stage.heardBy('maya')[0]?.text).toContain('"Asked for a person."');
});

it('pages at three in the morning like at noon', async () => {
  await stage.reset('2026-03-14T03:00:00-04:00');
  await raise(theirs);
  expect(stage.heardBy('maya').map(one => one.at)).toEqual(['03:00']);
});
