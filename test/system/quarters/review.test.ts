import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { renderReviewFile } from '../../../src/adapters/markup/review-file.ts';
import { getCustomer } from '../../../src/customers/find-customer.ts';
import { changeDraft } from '../../../src/quarters/change-draft.ts';
import { findReview } from '../../../src/quarters/find-review.ts';
import { makeCustomerCopy } from '../../../src/quarters/make-customer-copy.ts';
import { ownCopy } from '../../../src/quarters/review-copy.ts';
import { quarterAt } from '../../../src/shared/quarter.ts';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const ourWords = 'quagga';

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-30T14:00:00Z' });
  await world.says('lead-1', 'northwind-shared', 'page: the till is down');
  await world.pass(3 * 60_000);
  await world.says('adv-1', null, 'ack');
  await world.says('adv-1', null, 'resolve shared: it was a cable');
  await world.says('adv-1', null, `log northwind: the ${ourWords} margin is thin`);
  await world.says('adv-1', null, `promise northwind: look at the ${ourWords} price by 18:00`);
  await world.says('adv-1', null, 'promise northwind shared: send the cable list by 18:00');
  await world.says('adv-1', null, 'kept cable list');
});
afterEach(() => world.close());

const published = () =>
  world.seen('northwind-shared').filter(({ text }) => text.includes('How Q1 2026'));

test('a quarter is drafted from facts, changed by the advocate, and published as they saw it, once', async () => {
  const [draft] = await world.says('adv-1', null, 'quarterly review for northwind');
  expect(draft?.text).toMatch(
    /You called for a person: 1\. Solved: 1\..*Minutes until somebody had it: 3/s,
  );
  expect(draft?.text).toMatch(/Kept in time: 1, late: 0, missed: 0/);
  expect(draft?.text).not.toMatch(new RegExp(`${ourWords}|reported done`));
  expect(published()).toEqual([]);
  await world.says('adv-1', null, 'quarterly northwind without promises');
  const [refused] = await world.says('adv-1', null, 'quarterly northwind do it all');
  expect(refused?.text).toContain('Nothing is changed');
  const [added] = await world.says(
    'adv-1',
    null,
    'quarterly northwind add: two more of you are trained in May',
  );
  expect(added?.text).toContain('1. “two more of you are trained in May”');
  await world.says('lead-1', 'northwind-shared', 'page: the till is down again');
  await world.presses('adv-1', 'quarter.publish');
  expect(published()).toEqual([]);
  expect(world.seen('adv-1').at(-1)?.text).toContain('You called for a person: 1. Solved: 0.');
  await world.presses('adv-1', 'quarter.publish');
  const [review, ...others] = published();
  expect(others).toEqual([]);
  expect(review?.text).toContain('two more of you are trained in May');
  expect(review?.text).not.toMatch(new RegExp(`${ourWords}|Kept in time|For us`));
  const [again] = await world.says('adv-1', null, 'quarterly northwind publish');
  expect(again?.text).toContain('has the review of Q1 2026 so far already');
  await world.says('lead-1', null, 'quarterly northwind');
  const theirs = world.seen('lead-1').map(({ text }) => text);
  expect(theirs.join('\n')).not.toMatch(/Q1 2026|For us/);
});

test('only what its reader saw is published by a word: what a colleague changed is shown first', async () => {
  await world.says('adv-1', null, 'quarterly northwind');
  await world.says('mgr-1', null, 'quarterly northwind add: a sentence of a colleague');
  await world.says('adv-1', null, 'quarterly northwind publish');
  expect(published()).toEqual([]);
  expect(world.seen('adv-1').at(-1)?.text).toContain('a sentence of a colleague');
  await world.says('adv-1', null, 'quarterly northwind publish');
  expect(published()).toHaveLength(1);
});

test('what was never shown, or has not begun, is not published; what is published is not changed', async () => {
  await world.at('2026-04-02T14:00:00Z');
  const [unseen] = await world.says('adv-1', null, 'quarterly northwind Q4 2025 publish');
  expect(unseen?.text).toContain('No fact tells anything of Q4 2025');
  const [later] = await world.says('adv-1', null, 'quarterly northwind Q1 2027 add: we are there');
  expect(later?.text).toContain('Q1 2027 has not begun');
  const [draft] = await world.says('adv-1', null, 'quarterly northwind Q1 2026');
  expect(draft?.text).toContain('"quarterly northwind Q1 2026 without calls"');
  await world.says('adv-1', null, 'quarterly northwind Q1 2026 plan: all of it stands');
  expect(world.seen('adv-1').at(-1)?.text).toContain('all of it stands');
  await world.says('adv-1', null, 'quarterly northwind publish');
  const [after] = await world.says('adv-1', null, 'quarterly northwind add: one thing more');
  expect(after?.text).toContain('has the review of Q1 2026 already');
  expect(published()).toHaveLength(1);
});

test('a call that its caller takes back is no solved one, and nobody left them alone with it', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: the printer is down');
  await world.says('lead-1', 'northwind-shared', 'false alarm');
  await world.presses('lead-1', 'choice.pick');
  const [draft] = await world.says('adv-1', null, 'quarterly northwind');
  expect(draft?.text).toContain('You called for a person: 2. Solved: 1.');
  expect(draft?.text).not.toContain('Nobody said that they have it');
});

test('as a quarter ends its review waits for the advocate, and nothing goes to the customer', async () => {
  await world.at('2026-04-01T14:00:00Z');
  const told = world
    .seen('adv-1')
    .filter(({ text }) => text.includes('review of Q1 2026 is drafted'));
  expect(told).not.toEqual([]);
  expect(published()).toEqual([]);
  const { client } = world.stage.world.ports.database;
  expect(await client.quarterReview.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { quarter: 'Q1 2026', state: 'drafted' },
    { quarter: 'Q2 2026', state: 'planned' },
  ]);
  await world.says('adv-1', null, 'quarterly northwind');
  await world.says('adv-1', null, 'quarterly northwind publish');
  expect(published()).toHaveLength(1);
  expect(await client.task.findFirst({ where: { kind: 'quarter' } })).toMatchObject({
    state: 'done',
  });
});

test('who changes a draft that a colleague has changed meanwhile is told so, shown it, and loses no words', async () => {
  await world.says('adv-1', null, 'quarterly northwind');
  await world.says('mgr-1', null, 'quarterly northwind');
  await world.says('mgr-1', null, 'quarterly northwind plan: all of it stands');
  const said = await world.says('adv-1', null, 'quarterly northwind plan: most of it stands');
  const told = said.map(({ text }) => text).join('\n');
  expect(told).toMatch(/Nothing of yours is changed: .* changed this draft .*most of it stands/);
  expect(told).toContain('all of it stands');
  await world.says('adv-1', null, 'quarterly northwind plan: most of it stands');
  expect(world.seen('adv-1').at(-1)?.text).toContain('most of it stands');
});

test('of two changes of a draft in the same instant one counts, and the other is told of it', async () => {
  const { database, clock } = world.stage.world.ports;
  const change = (byId: string, words: string) =>
    database.trip(async trip => {
      const customer = await getCustomer(trip.tx, 'northwind');
      const quarter = quarterAt(clock.now(), customer.timeZone);
      const edit = { kind: 'add', words } as const;
      return changeDraft(trip, { customer, quarter, edit, byId, seen: 0 });
    });
  const outcomes = await Promise.all([change('adv-1', 'one'), change('mgr-1', 'two')]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'overtaken']);
  const [row] = await database.client.quarterReview.findMany({ where: { revision: 1 } });
  const winner = outcomes[0]?.kind === 'changed' ? 'one' : 'two';
  expect(row?.edits).toMatchObject({ added: [winner] });
});

test('a review published while its quarter runs leaves that of the whole quarter to come, once each', async () => {
  await world.says('adv-1', null, 'quarterly northwind add: two weeks to go');
  await world.says('adv-1', null, 'quarterly northwind publish');
  expect(published().map(({ text }) => text)).toEqual([
    expect.stringMatching(/^How Q1 2026 has been so far\ntwo weeks to go/),
  ]);
  await world.says('adv-1', null, 'quarterly northwind');
  await world.says('adv-1', null, 'quarterly northwind publish');
  expect(published()).toHaveLength(1);
  await world.at('2026-04-01T14:00:00Z');
  await world.says('adv-1', null, 'quarterly northwind');
  await world.says('adv-1', null, 'quarterly northwind publish');
  const [, whole, ...more] = published();
  expect(more).toEqual([]);
  expect(whole?.text).toMatch(/^How Q1 2026 was\n/);
  expect(whole?.text).not.toContain('two weeks to go');
});

test("the customer's copy has no internal word in it, is whole in their language, and stays what they read", async () => {
  const files = () =>
    world.stage.world.ports.database.trip(async trip => {
      const found = await findReview(trip, 'northwind', 'Q1-2026-so-far');
      const draft = await findReview(trip, 'northwind', 'Q1-2026');
      const one = found ?? draft;
      const theirs = one && (await makeCustomerCopy(trip, one));
      const ours = one && ownCopy(trip.now, one);
      return {
        theirs: theirs ? renderReviewFile(theirs) : '',
        ours: ours ? renderReviewFile(ours) : '',
      };
    });
  const { client } = world.stage.world.ports.database;
  await world.says('adv-1', null, 'quarterly northwind');
  const draft = await files();
  expect(draft.theirs).toContain('This is a draft; it is not published.');
  expect(draft.theirs).not.toMatch(new RegExp(`${ourWords}|For us|To see to`));
  expect(draft.ours).toMatch(/Internal: .*For us alone/s);
  await world.says('adv-1', null, 'quarterly northwind publish');
  await client.place.update({ where: { id: 'northwind-shared' }, data: { language: 'de' } });
  await world.says('lead-1', 'northwind-shared', 'page: the till is down again');
  const out = await files();
  expect(out.theirs).toMatch(/<html lang="de">.*So läuft Q1 2026 bisher.*Veröffentlicht: /s);
  expect(out.theirs).toContain('Sie haben einen Menschen gerufen: 1 Mal.');
  expect(out.theirs).not.toMatch(new RegExp(`${ourWords}|For us|So far|Published`));
  expect(out.ours).toContain('You called for a person: 1.');
});
