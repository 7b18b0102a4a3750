import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { addToPage } from '../../../src/paging/add-to-page.ts';
import { confirmPage } from '../../../src/paging/confirm-page.ts';
import { reassignPage } from '../../../src/paging/reassign-page.ts';
import { reopenPage } from '../../../src/paging/reopen-page.ts';
import { resolvePage } from '../../../src/paging/resolve-page.ts';
import { updatePage } from '../../../src/paging/update-page.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { minute, plus } from '../../../src/shared/time.ts';
import { openStage, type PagingStage } from './stage.ts';

let stage: PagingStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Something that happens; fast-check prints its words when a sequence fails. */
class Deed {
  readonly #words: string;
  readonly run: () => Promise<unknown>;

  constructor(words: string, run: () => Promise<unknown>) {
    this.#words = words;
    this.run = run;
  }

  toString(): string {
    return this.#words;
  }
}

type OnPage = (trip: Trip, pageId: string) => Promise<unknown>;

/** Does something to one of the pages there are. */
async function onPage(index: number, work: OnPage): Promise<void> {
  const pages = await stage.database.client.page.findMany({ orderBy: { id: 'asc' } });
  const page = pages[index % Math.max(pages.length, 1)];
  if (page) await stage.trip(trip => work(trip, page.id));
}

const colleague = fc.constantFrom('maya', 'tom', 'ana', 'eve', 'joe');
const anyPage = fc.nat(5);
const minutes = fc.constantFrom(0.5, 3, 5, 12, 31, 45, 200);
const { record, constantFrom, option } = fc;

const asks = constantFrom('northwind-shared', null, undefined).map(
  placeId => new Deed(`Lee asks for a person in ${placeId}`, () => stage.raise({ placeId })),
);

const rules = constantFrom('northwind/erp', null).map(
  transitionId =>
    new Deed(`a rule pages about ${transitionId}`, () => stage.ruleRaises({ transitionId })),
);

const by = record({ page: anyPage, personId: colleague });

const takes = by.map(
  ({ page, personId }) =>
    new Deed(`${personId} takes ${page}`, () =>
      onPage(page, (trip, pageId) => acknowledgePage(trip, { pageId, personId })),
    ),
);

const passes = record({
  page: anyPage,
  byId: colleague,
  toId: option(fc.oneof(colleague, fc.constant('lee'))),
}).map(
  ({ page, byId, toId }) =>
    new Deed(`${byId} passes ${page} to ${toId}`, () =>
      onPage(page, (trip, pageId) => reassignPage(trip, { pageId, byId, toId })),
    ),
);

const adds = record({ page: anyPage, byId: colleague, who: colleague }).map(
  ({ page, byId, who }) =>
    new Deed(`${byId} adds ${who} to ${page}`, () =>
      onPage(page, (trip, pageId) => addToPage(trip, { pageId, byId, personIds: [who] })),
    ),
);

const updates = record({
  page: anyPage,
  personId: colleague,
  said: constantFrom(
    { audience: 'shared', text: 'on it' } as const,
    { audience: 'internal', text: 'canary' } as const,
  ),
}).map(
  ({ page, personId, said }) =>
    new Deed(`${personId} updates ${page}, ${said.audience}`, () =>
      onPage(page, (trip, pageId) => updatePage(trip, { pageId, personId, ...said })),
    ),
);

const resolves = by.map(
  ({ page, personId }) =>
    new Deed(`${personId} resolves ${page}`, () =>
      onPage(page, (trip, pageId) => resolvePage(trip, { pageId, personId, note: 'done' })),
    ),
);

const reopens = anyPage.map(
  page =>
    new Deed(`Lee says ${page} is not solved`, () =>
      onPage(page, (trip, pageId) => reopenPage(trip, { pageId, personId: 'lee' })),
    ),
);

const confirms = anyPage.map(
  page =>
    new Deed(`Lee says ${page} is solved`, () =>
      onPage(page, (trip, pageId) => confirmPage(trip, { pageId, personId: 'lee' })),
    ),
);

const time = minutes.map(each => new Deed(`${each} min pass`, () => stage.pass(each)));

const standstill = minutes.map(
  each => new Deed(`the engine stands still for ${each} min`, () => stage.standStill(each)),
);

const clockBack = minutes.map(
  each =>
    new Deed(`the clock goes back ${each} min`, async () => {
      stage.clock.moveTo(plus(stage.clock.now(), -each * minute));
      await stage.engine.runUntilIdle();
    }),
);

const cutOff = fc
  .oneof(colleague, fc.constant('northwind-shared'))
  .map(who => new Deed(`${who} is cut off`, async () => stage.deaf.add(who)));

const back = colleague.map(
  who => new Deed(`${who} can be reached again`, async () => stage.deaf.delete(who)),
);

const leaves = colleague.map(
  who =>
    new Deed(`${who} leaves`, () =>
      stage.database.client.person.update({ where: { id: who }, data: { active: false } }),
    ),
);

const deed = fc.oneof(
  { weight: 3, arbitrary: asks },
  { weight: 2, arbitrary: rules },
  { weight: 3, arbitrary: takes },
  { weight: 2, arbitrary: passes },
  { weight: 1, arbitrary: adds },
  { weight: 2, arbitrary: updates },
  { weight: 2, arbitrary: resolves },
  { weight: 2, arbitrary: reopens },
  { weight: 1, arbitrary: confirms },
  { weight: 4, arbitrary: time },
  { weight: 2, arbitrary: standstill },
  { weight: 1, arbitrary: clockBack },
  { weight: 1, arbitrary: cutOff },
  { weight: 1, arbitrary: back },
  { weight: 1, arbitrary: leaves },
);

/** More than one method, and people called one after the other, so that calls are always ahead. */
async function giveDelays({ tx }: Trip): Promise<void> {
  const contact = [
    { via: 'chat', to: null, afterMinutes: 0 },
    { via: 'sms', to: '+1', afterMinutes: 2 },
  ];
  await tx.person.updateMany({ where: { id: { in: ['maya', 'ana'] } }, data: { contact } });
  const levels = [
    { to: ['advocate'], waitMinutes: 5 },
    { to: [{ skill: 'ledger', strategy: 'in-order' }], waitMinutes: 5 },
    { to: [{ schedule: 'duty' }, 'manager'], waitMinutes: 10, strategy: 'in-order' },
  ];
  await tx.escalationPolicy.update({ where: { id: 'default' }, data: { levels } });
}

async function nothingIsLost(): Promise<void> {
  const now = stage.clock.now().getTime();
  const isAhead = (at: Date | null) => at !== null && at.getTime() > now;
  const pages = await stage.database.client.page.findMany({ include: { calls: true } });
  const unresolved = pages.filter(page => page.state !== 'resolved');
  const keys = unresolved.map(page => page.openKey);
  expect(keys).not.toContain(null);
  expect(new Set(keys).size).toBe(keys.length);
  for (const page of unresolved) expect(isAhead(page.dueAt)).toBe(true);
  for (const { state, openKey, ownerId, calls } of pages) {
    const planned = calls.filter(call => call.state === 'planned');
    if (state === 'resolved') expect(openKey).toBeNull();
    expect(ownerId === null).toBe(state === 'open');
    if (state !== 'open') expect(planned).toEqual([]);
    expect(planned.every(call => isAhead(call.dueAt))).toBe(true);
  }
  const seen = stage.heard.filter(one => one.to === 'northwind-shared' || one.to === 'lee');
  expect(seen.filter(one => one.text.includes('canary'))).toEqual([]);
  expect((await stage.facts('shared')).join()).not.toContain('canary');
  expect(stage.complaints).toEqual([]);
}

/** Long runs: PAGE_RUNS=100 npm test -- test/system/paging/never-lost */
const runsOfDeeds = Number(process.env.PAGE_RUNS ?? 5);

test('a page always has an owner who is looked after, or somebody it calls next', async () => {
  const first = fc.oneof(asks, rules);
  const more = fc.array(deed, { minLength: 4, maxLength: 14 });
  const runs = fc.asyncProperty(first, more, async (raise, deeds) => {
    await stage.reset();
    await stage.database.trip(giveDelays);
    for (const one of [raise, ...deeds]) {
      await one.run();
      await nothingIsLost();
    }
  });
  await fc.assert(runs, { numRuns: runsOfDeeds, seed: 20260310, endOnFailure: true });
});
