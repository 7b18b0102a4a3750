import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { addToPage } from '../../../src/paging/add-to-page.ts';
import { confirmPage } from '../../../src/paging/confirm-page.ts';
import { listPagedIds } from '../../../src/paging/page/find-pages.ts';
import { reassignPage } from '../../../src/paging/reassign-page.ts';
import { reopenPage } from '../../../src/paging/reopen-page.ts';
import { resolvePage } from '../../../src/paging/resolve-page.ts';
import { updatePage } from '../../../src/paging/update-page.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
let pageId: string;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.reset();
  ({ pageId } = await stage.raise());
});
afterAll(() => stage.close());

const take = (personId: string) => (trip: Trip) => acknowledgePage(trip, { pageId, personId });
const solve = (personId: string, note: string) => (trip: Trip) =>
  resolvePage(trip, { pageId, personId, note, audience: 'shared' });
const rang = () =>
  stage.heard.filter(one => one.name === 'page' && !one.isEdit).map(one => `${one.at} ${one.to}`);
const receipts = () =>
  stage.heardBy('northwind-shared', 'all').filter(one => one.name === 'page-receipt');
const receipt = () => receipts().at(-1)?.text ?? '';
const wordsSaid = () =>
  stage
    .heardBy('northwind-shared')
    .filter(one => one.name === 'page-word')
    .map(one => `${one.at} ${one.text.split('\n')[0]}`);
const newest = (to: string) => stage.heardBy(to, 'all').at(-1);

describe('an acknowledgement', () => {
  test('belongs to the first, stops the calling, and shows in every copy', async () => {
    await stage.pass(5);
    expect(await stage.trip(take('tom'))).toBe('acknowledged');
    expect(await stage.trip(take('maya'))).toBe('already');
    expect(await stage.trip(take('tom'))).toBe('yours');
    expect(newest('maya')?.text).toContain('Tom has it, 18:07. Nothing for you to do.');
    expect(newest('maya')?.actions).toEqual([]);
    expect(newest('tom')?.text).toContain('You have it, since 18:07. Northwind sees that.');
    expect(newest('tom')?.actions).toEqual([
      'page.resolve',
      'page.next-word',
      'page.next-word',
      'page.next-word',
      'page.pass',
      'page.reassign',
    ]);
    expect(receipt()).toMatch(
      /^✅ 14:07 Tom has it and is looking\. There will be word here by 14:37, from Tom or from me\.$/m,
    );
    const before = rang().length;
    await stage.pass(25);
    expect(rang()).toHaveLength(before);
    expect(await stage.facts('shared')).toContain(
      'page.acknowledged Tom has the page and is looking',
    );
  });

  test('of one of two who press at once is the only one', async () => {
    await stage.pass(5);
    const [a, b] = await Promise.all([
      stage.database.trip(take('maya')),
      stage.database.trip(take('tom')),
    ]);
    expect([a, b].sort()).toEqual(['acknowledged', 'already']);
  });

  test('takes back what nobody has seen yet', async () => {
    await stage.database.client.escalationPolicy.update({
      where: { id: 'default' },
      data: { levels: [{ to: [{ skill: 'ledger', strategy: 'in-order' }], waitMinutes: 6 }] },
    });
    await stage.trip(solve('maya', ''));
    const again = await stage.ruleRaises({ weight: 'critical' });
    await stage.pass(1);
    expect(rang().slice(-1)).toEqual(['14:02 eve']);
    await stage.trip(trip => acknowledgePage(trip, { pageId: again.pageId, personId: 'eve' }));
    await stage.pass(20);
    expect(stage.heardBy('joe')).toEqual([]);
  });

  test('promises word within half an hour, asks for it a minute later, and "still on it" moves it', async () => {
    await stage.trip(take('maya'));
    await stage.pass(30.9);
    expect(stage.heardBy('maya').map(one => one.name)).toEqual(['page']);
    await stage.pass(0.1);
    expect(newest('maya')?.text).toMatch(/are you still on it\?/);
    expect(newest('maya')?.text).toContain('Northwind was to hear by 18:32.');
    expect(newest('maya')?.actions).toEqual([
      'page.acknowledge',
      'page.snooze',
      'page.reassign',
      'page.resolve',
    ]);
    expect(receipt()).toContain(
      "No news from Maya for a while, so I've asked. If there is no answer by 14:37, I'll page our on-call colleague Tom.",
    );
    expect(await stage.trip(take('maya'))).toBe('yours');
    expect(newest('maya')?.text).toContain('Maya has it, 18:33.');
    await stage.pass(30.9);
    expect(rang()).toEqual(['14:02 maya']);
    await stage.pass(0.1);
    expect(stage.heardBy('maya').filter(one => one.name === 'page-update')).toHaveLength(2);
  });

  test('whose word is five minutes overdue goes to the next level, and its owner and the customer are told', async () => {
    await stage.trip(take('maya'));
    await stage.pass(34.9);
    expect(rang()).toEqual(['14:02 maya']);
    await stage.pass(0.1);
    expect(rang()).toEqual(['14:02 maya', '14:37 tom']);
    expect(stage.heardBy('maya').at(-1)?.text).toContain('others are being called since 18:37');
    expect(wordsSaid().at(-1)).toBe(
      "14:37 @Lee ⏳ There was no word from Maya by 14:32, so I've paged our on-call colleague Tom. If there is no answer by 14:42, I'll page our manager Ana.",
    );
    expect(receipt()).toMatch(/^⏳ 14:37 No answer from Maya yet, so I've paged our on-call/m);
    expect(await stage.trip(take('maya'))).toBe('acknowledged');
    expect(receipt()).toMatch(/^✅ 14:37 Maya has it/m);
  });

  test('is kept alive by an update, which the customer reads when it is for them', async () => {
    await stage.trip(take('maya'));
    await stage.pass(20);
    const update = (text: string, audience: 'shared' | 'internal') => (trip: Trip) =>
      updatePage(trip, { pageId, personId: 'maya', text, audience });
    expect(await stage.trip(update('Looks like the queue of canary', 'internal'))).toMatchObject({
      read: 'internal',
    });
    expect(receipt()).not.toContain('canary');
    expect(await stage.trip(update('restarting the posting queue', 'shared'))).toMatchObject({
      read: 'shared',
    });
    expect(receipt()).toContain('14:22 Maya: restarting the posting queue');
    await stage.pass(30.9);
    expect(stage.heardBy('maya').map(one => one.name)).toEqual(['page']);
    await stage.pass(0.1);
    expect(stage.heardBy('maya').map(one => one.name)).toEqual(['page', 'page-update']);
    expect(await stage.facts('shared')).toContain(
      'page.updated Maya: restarting the posting queue',
    );
    expect(await stage.facts('internal')).toContain(
      'page.updated Maya: Looks like the queue of canary',
    );
  });
});

describe('passing it on', () => {
  test('to a colleague calls them, and the levels go on behind them', async () => {
    await stage.trip(take('maya'));
    const pass = (trip: Trip) => reassignPage(trip, { pageId, byId: 'maya', toId: 'eve' });
    expect(await stage.trip(pass)).toBe('reassigned');
    expect(rang()).toEqual(['14:02 maya', '14:02 eve']);
    expect(receipt()).toMatch(/^⏳ 14:02 I've paged Eve\. If there is no answer by 14:07/m);
    await stage.pass(5);
    expect(rang().at(-1)).toBe('14:07 tom');
    expect(await stage.trip(take('eve'))).toBe('acknowledged');
    expect(await stage.database.trip(({ tx }) => listPagedIds(tx, pageId))).toEqual(
      expect.arrayContaining(['maya', 'eve', 'tom']),
    );
  });

  test('without a name calls the next level at once', async () => {
    const pass = (trip: Trip) => reassignPage(trip, { pageId, byId: 'maya', toId: null });
    expect(await stage.trip(pass)).toBe('reassigned');
    expect(rang()).toEqual(['14:02 maya', '14:02 tom']);
  });

  test('without a name leaves it to others of the same level who may still answer', async () => {
    await stage.trip(trip => reassignPage(trip, { pageId, byId: 'maya', toId: 'eve' }));
    await stage.trip(trip => reassignPage(trip, { pageId, byId: 'maya', toId: null }));
    expect(rang()).toEqual(['14:02 maya', '14:02 eve']);
  });

  test.each([
    ['nobody we know', 'zoe'],
    ['somebody of the customer', 'lee'],
  ])('to %s changes nothing', async (_, toId) => {
    await stage.trip(take('maya'));
    const pass = (trip: Trip) => reassignPage(trip, { pageId, byId: 'maya', toId });
    expect(await stage.trip(pass)).toBe('nobody');
    expect((await stage.page(pageId)).ownerId).toBe('maya');
  });

  test('is for whoever has it', async () => {
    await stage.trip(take('maya'));
    const pass = (trip: Trip) => reassignPage(trip, { pageId, byId: 'tom', toId: null });
    expect(await stage.trip(pass)).toBe('not-yours');
  });
});

describe('adding people', () => {
  test('calls them beside the levels while nobody has it', async () => {
    const add = (trip: Trip) =>
      addToPage(trip, { pageId, byId: 'maya', personIds: ['eve', 'lee'] });
    expect(await stage.trip(add)).toEqual(['Eve']);
    expect(rang()).toEqual(['14:02 maya', '14:02 eve']);
    await stage.pass(5);
    expect(rang().at(-1)).toBe('14:07 tom');
  });

  test('asks them once when somebody has it, and leaves it with that person', async () => {
    await stage.trip(take('maya'));
    await stage.trip(trip => addToPage(trip, { pageId, byId: 'maya', personIds: ['eve'] }));
    expect(stage.heardBy('eve').map(one => one.name)).toEqual(['page']);
    expect(newest('eve')?.text).toContain('Maya has it, 18:02, and asks for your help.');
    expect((await stage.page(pageId)).ownerId).toBe('maya');
    expect(await stage.trip(take('eve'))).toBe('already');
  });
});

describe('the end of it', () => {
  test('asks the customer, who says yes', async () => {
    await stage.trip(take('maya'));
    await stage.pass(10);
    expect(await stage.trip(solve('maya', 'the posting queue was full.'))).toEqual({
      outcome: 'resolved',
      isTold: true,
    });
    expect((await stage.trip(solve('tom', 'again'))).outcome).toBe('already');
    expect(receipt()).toMatch(
      /^✅ 14:12 Resolved\. Maya: the posting queue was full\.\nDid that do it\?/,
    );
    expect(receipts().at(-1)?.actions).toEqual(['page.confirm', 'page.reopen']);
    expect(await stage.trip(take('tom'))).toBe('resolved');
    const yes = (trip: Trip) => confirmPage(trip, { pageId, personId: 'lee' });
    expect(await stage.trip(yes)).toBe('confirmed');
    expect(await stage.trip(yes)).toBe('already');
    expect(receipts().at(-1)?.actions).toEqual([]);
    expect(newest('maya')?.text).toContain('Northwind says that did it.');
    await stage.pass(24 * 60);
    expect(rang()).toEqual(['14:02 maya']);
  });

  test('keeps an internal note from the customer', async () => {
    await stage.trip(take('maya'));
    await stage.trip(trip => resolvePage(trip, { pageId, personId: 'maya', note: 'canary' }));
    expect(receipt()).toMatch(/^✅ 14:02 Maya: it is done\.\nDid that do it\?/);
    expect((await stage.facts('shared')).join()).not.toContain('canary');
    expect((await stage.facts('internal')).join()).toContain('canary');
  });

  test('is not the end when the customer says no: the last owner first, then on', async () => {
    await stage.pass(5);
    await stage.trip(take('tom'));
    await stage.trip(solve('tom', 'restarted.'));
    const no = (trip: Trip) => reopenPage(trip, { pageId, personId: 'lee' });
    expect(await stage.trip(no)).toBe('reopened');
    expect(await stage.trip(no)).toBe('open');
    expect(rang().slice(2)).toEqual(['14:07 tom']);
    expect(receipt()).toMatch(/^⏳ 14:07 I've paged our on-call colleague Tom again\. If there/m);
    const [older, again] = stage.heardBy('tom').filter(one => one.name === 'page');
    expect(again?.text).toContain('Newest: "Still broken." Lee');
    expect(again?.actions).toContain('page.acknowledge');
    expect(older?.text).not.toContain('Still broken');
    expect(newest('tom')).toMatchObject({ isEdit: true, actions: [] });
    expect(newest('tom')?.text).toContain('I called you again since');
    await stage.pass(5);
    expect(rang().at(-1)).toBe('14:12 ana');
    expect(await stage.trip(take('ana'))).toBe('acknowledged');
    expect(await stage.trip(no)).toBe('open');
    expect(await stage.facts('shared')).toContain('page.reopened Lee said it is not solved yet');
  });

  test('calls the last owner even when they are not on that level any more', async () => {
    await stage.trip(trip => reassignPage(trip, { pageId, byId: 'maya', toId: 'eve' }));
    await stage.trip(take('eve'));
    await stage.trip(solve('eve', 'done'));
    await stage.trip(trip => reopenPage(trip, { pageId, personId: 'lee', words: 'No, worse' }));
    expect(rang().slice(2).sort()).toEqual(['14:02 eve', '14:02 maya']);
  });

  test('joins the newer page when there is one', async () => {
    await stage.trip(take('maya'));
    await stage.trip(solve('maya', 'done'));
    const newer = await stage.raise({ words: 'Another thing' });
    expect(newer.outcome).toBe('raised');
    const no = (trip: Trip) => reopenPage(trip, { pageId, personId: 'lee' });
    expect(await stage.trip(no)).toBe('joined');
    expect(await stage.database.client.page.count({ where: { openKey: { not: null } } })).toBe(1);
    expect(newest('maya')?.text).toContain('+1 more since');
  });
});
