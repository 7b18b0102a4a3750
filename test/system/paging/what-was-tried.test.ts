import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { reopenPage } from '../../../src/paging/reopen-page.ts';
import { resolvePage } from '../../../src/paging/resolve-page.ts';
import { updatePage } from '../../../src/paging/update-page.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
let pageId: string;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const cardOf = (who: string) =>
  stage.heardBy(who, 'all').findLast(one => one.name === 'page')?.text;
const receipt = () => stage.heardBy('northwind-shared', 'all').at(-1)?.text ?? '';

beforeEach(() => stage.reset());

describe('whoever is called next reads what was tried', () => {
  beforeEach(async () => {
    ({ pageId } = await stage.raise());
    await stage.trip(trip => acknowledgePage(trip, { pageId, personId: 'maya' }));
    await stage.pass(5);
    const update = { pageId, personId: 'maya', text: 'restarted the queue' };
    await stage.trip(trip => updatePage(trip, { ...update, audience: 'internal' }));
  });

  test('when it is opened again: who had it, what they wrote, how it was resolved', async () => {
    const done = { pageId, personId: 'maya', note: 'the queue was full' };
    await stage.trip(trip => resolvePage(trip, done));
    await stage.pass(5);
    await stage.trip(trip => reopenPage(trip, { pageId, personId: 'lee' }));
    await stage.pass(5);
    for (const who of ['maya', 'tom']) {
      expect(cardOf(who)).toContain('Tried so far');
      expect(cardOf(who)).toContain('restarted the queue');
      expect(cardOf(who)).toContain('the queue was full');
    }
  });

  test('when whoever had it fell silent and the next level is called', async () => {
    await stage.pass(41);
    expect(cardOf('tom')).toContain('restarted the queue');
    expect(cardOf('tom')).toContain('Maya has the page');
  });

  test('and none of our own housekeeping', async () => {
    await stage.trip(trip =>
      recordEvent(trip, {
        customerId: 'northwind',
        kind: 'check-in.repeated',
        visibility: 'internal',
        text: 'Asked once more, gently.',
      }),
    );
    await stage.pass(41);
    expect(cardOf('tom')).not.toContain('gently');
  });
});

describe('a page that a rule raised says why', () => {
  test('to the customer in their receipt, and to whoever is called in words', async () => {
    await stage.raise({
      raisedBy: 'rule',
      raisedById: null,
      rule: 'stale-timeline',
      words: 'No news yet, asked for at 02:15.',
    });
    expect(receipt()).toContain('I still have no news for you');
    expect(cardOf('maya')).toContain('The customer asked what is happening');
    expect(cardOf('maya')).not.toContain('stale-timeline');
    const facts = [...(await stage.facts('internal')), ...(await stage.facts('shared'))];
    expect(facts.join()).not.toContain('stale-timeline');
  });
});
