import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { askReference } from '../../../src/surveys/ask-reference.ts';
import { listReferences } from '../../../src/surveys/list-references.ts';
import { mayBeReference } from '../../../src/surveys/may-be-reference.ts';
import { settleReference } from '../../../src/surveys/settle-reference.ts';
import { surveyFrom } from '../../../src/surveys/stored-survey.ts';
import { buildCustomer, buildNorthwind, customerPerson } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  const base = buildNorthwind();
  const lakeside = buildCustomer({
    id: 'lakeside',
    people: { leader: 'lead-2', members: [], advocate: 'adv-2', backup: 'adv-1', manager: 'mgr-1' },
    transitions: [],
  });
  const setup = {
    ...base,
    people: [...base.people, customerPerson('lead-2', 'lakeside')],
    customers: [buildCustomer({ transitions: [] }), lakeside],
  };
  world = await openTestWorld(setup, { at: '2026-03-10T14:00:00Z' });
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const leaves = (id: string) => client().person.update({ where: { id }, data: { active: false } });

/** A best score of somebody's, and what they said of being a reference. */
const scored = (key: string, own: Partial<{ personId: string; reference: string; at: string }>) => {
  const { personId = 'lead-1', reference = 'agreed', at = '2026-03-01T14:00:00Z' } = own;
  const customerId = personId === 'lead-1' ? 'northwind' : 'lakeside';
  const when = new Date(at);
  const data = { id: key, key, customerId, personId, kind: 'nps', state: 'done', plannedAt: when };
  return client().survey.create({ data: { ...data, score: 10, reference, referenceAt: when } });
};

test('what came of their words is told with nobody’s name who has left', async () => {
  await world.says(
    'lead-1',
    'northwind-shared',
    'I am disappointed that the month-end reports are so slow, this is not good enough',
  );
  await world.pass(3 * 24 * 60 * 60_000);
  await leaves('lead-1');
  await world.says('adv-1', null, 'voice 1 done: the reports open within a minute');
  await world.presses('adv-1', 'voice.tell');
  await world.pass(5 * 24 * 60 * 60_000);
  const told = world.seen('northwind-shared').filter(({ message }) => message === 'voice');
  expect(told).toHaveLength(1);
  expect(told[0]?.text).not.toContain('Daniel');
});

test('a quarter’s review takes no word of another customer’s', async () => {
  const [refused] = await world.says(
    'adv-1',
    null,
    'quarterly northwind this quarter add: as we did for Lakeside',
  );
  expect(refused?.text).toContain('another customer');
  const drafts = await client().quarterReview.findMany();
  expect(JSON.stringify(drafts.map(({ edits }) => edits))).not.toContain('as we did');
});

test('a quarter’s review counts no call that was not told to their colleagues', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: the till is down');
  await world.says('adv-1', null, 'ack');
  await world.says('adv-1', null, 'resolve shared: it was a cable');
  await world.says('lead-1', null, 'page: my own screen is dark');
  const open = { state: { not: 'resolved' } } as const;
  await client().page.updateMany({ where: open, data: { isShared: false } });
  const [draft] = await world.says('adv-1', null, 'quarterly northwind this quarter');
  expect(draft?.text).toContain('You called for a person: 1.');
});

test('a reference is who said yes and is still there, and a yes or no is its speaker’s alone', async () => {
  const takeBack = () =>
    world.trip(trip => settleReference(trip, { personId: 'lead-1', answer: 'revoked' }));
  await scored('nps:2', { personId: 'lead-2' });
  expect(await takeBack()).toBe(false);
  await scored('nps:1', {});
  expect(await takeBack()).toBe(true);
  const names = async () =>
    (await world.trip(trip => listReferences(trip.tx))).map(({ customerId }) => customerId);
  expect(await names()).toEqual(['lakeside']);
  await leaves('lead-2');
  expect(await names()).toEqual([]);
});

test('who said yes is not asked again, years later neither, nor asked by a question that waited', async () => {
  await scored('nps:1', { at: '2024-03-01T14:00:00Z' });
  await scored('nps:2', { reference: 'planned' });
  const data = { referenceAt: null };
  const newest = surveyFrom(await client().survey.update({ where: { id: 'nps:2' }, data }));
  expect(await world.trip(trip => mayBeReference(trip, newest))).toBe(false);
  await world.trip(trip => askReference(trip, newest));
  expect(await client().survey.findUnique({ where: { id: 'nps:2' } })).toMatchObject({
    reference: null,
  });
});
