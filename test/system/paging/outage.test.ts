import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

async function raise(): Promise<string> {
  const { pageId } = await stage.trip(trip =>
    raisePage(trip, {
      customerId: 'northwind',
      raisedBy: 'customer',
      raisedById: 'lee',
      words: 'The ledger is down.',
      isShared: true,
      placeId: 'northwind-shared',
    }),
  );
  return pageId;
}

/** "14:17 maya" for every page that rang so far. */
const rang = () =>
  stage.heard.filter(one => one.name === 'page' && !one.isEdit).map(one => `${one.at} ${one.to}`);

describe('an outage is no answer', () => {
  test('after a quarter of an hour in which nothing arrived, the first on the ladder hears at once and has their whole time', async () => {
    stage.down.add('everybody');
    await raise();
    await stage.pass(15);
    expect(rang()).toEqual([]);
    stage.down.clear();
    await stage.pass(0.5);
    expect(rang()).toEqual(['14:17 maya']);
    await stage.pass(4);
    expect(rang()).toEqual(['14:17 maya']);
    await stage.pass(1);
    expect(rang()).toEqual(['14:17 maya', '14:22 tom']);
    await stage.pass(5);
    expect(rang()).toEqual(['14:17 maya', '14:22 tom', '14:27 ana']);
  });

  test('what nobody heard uses up no round: both rounds and the last resort are still to come', async () => {
    stage.down.add('everybody');
    await raise();
    await stage.pass(10);
    stage.down.clear();
    await stage.pass(45);
    expect(rang()).toEqual([
      '14:12 maya',
      '14:17 tom',
      '14:22 ana',
      '14:32 maya',
      '14:37 tom',
      '14:42 ana',
      '14:52 ana',
    ]);
  });

  test('whoever alone cannot be reached is passed over within a minute and a half, and hears when they can', async () => {
    stage.down.add('maya');
    await raise();
    await stage.pass(1.5);
    expect(rang()).toEqual(['14:02 tom']);
    stage.down.clear();
    await stage.pass(0.5);
    expect(rang()).toEqual(['14:02 tom', '14:03 maya']);
    const said = await stage.facts('internal');
    expect(said.filter(fact => fact.includes('could not be reached'))).toHaveLength(1);
  });

  test('somebody had it before the first could hear: nobody is called late', async () => {
    stage.down.add('maya');
    const pageId = await raise();
    await stage.pass(2);
    await stage.trip(trip => acknowledgePage(trip, { pageId, personId: 'tom' }));
    stage.down.clear();
    await stage.pass(20);
    expect(rang()).toEqual(['14:02 tom']);
  });

  test('a hiccup shorter than a minute calls nobody else, and the level has its time from then on', async () => {
    stage.down.add('everybody');
    await raise();
    await stage.pass(0.5);
    stage.down.clear();
    await stage.pass(5);
    expect(rang()).toEqual(['14:02 maya']);
    await stage.pass(1);
    expect(rang()).toEqual(['14:02 maya', '14:07 tom']);
  });

  test('the customer reads of nobody being called who was not', async () => {
    stage.down.add('maya');
    stage.down.add('tom');
    stage.down.add('ana');
    await raise();
    await stage.pass(10);
    expect(stage.heardBy('northwind-shared', 'all').at(-1)?.text).toContain(
      "I can't reach anybody yet. I am still trying",
    );
  });
});
