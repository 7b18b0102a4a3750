import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { importInParts } from '../../../src/setup/import-in-parts.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { minute } from '../../../src/shared/time.ts';
import { crowdOf } from '../../harness/crowd.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';

let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase('2026-03-06T17:00:00-05:00');
});
afterAll(() => ports.database.close());
beforeEach(() => ports.clock.moveTo(new Date('2026-03-06T17:00:00-05:00')));
afterEach(() => emptyDatabase(ports));

type Mapping = Record<string, unknown>;

const load = (setup: Mapping, print = 'one', tell: (customers: number) => void = () => {}) =>
  importInParts(ports.database, { setup: setupFrom(setup), print, tell });

/** An import whose process dies when so many customers are saved. */
const loadUntil = (customers: number, setup: Mapping, print = 'one') =>
  load(setup, print, done => {
    if (done >= customers) throw new Error('The process has died.');
  });

const wait = (minutes: number) =>
  ports.clock.moveTo(new Date(ports.clock.now().getTime() + minutes * minute));

test('an import that is cut off leaves every customer whole or untouched, and goes on where it stopped', async () => {
  const { client } = ports.database;
  const { setup } = crowdOf(250);
  await expect(loadUntil(100, setup)).rejects.toThrow('died');
  expect(await client.customer.count()).toBe(100);
  expect(await client.person.count({ where: { side: 'customer' } })).toBe(200);
  expect(await client.place.count()).toBe(200);
  expect(await client.milestone.count()).toBe(300);
  expect(await client.cadence.count()).toBe(100);
  wait(1);
  const rest = await load(setup);
  expect(rest.doneBefore).toBe(100);
  expect(rest.created.filter(name => name.startsWith('customer '))).toHaveLength(150);
  expect(rest.changed).toEqual([]);
  const again = await load(setup);
  expect(again).toMatchObject({ doneBefore: 0, created: [], changed: [] });
  expect(again.left.filter(name => name.startsWith('milestone '))).toHaveLength(750);
});

test('every transition of a large file gets its check-ins and its place in the portfolio', async () => {
  const { client } = ports.database;
  await load(crowdOf(120).setup);
  expect(await client.cadence.count({ where: { dueAt: { not: null } } })).toBe(120);
  expect(await client.assessment.count({ where: { dueAt: { not: null } } })).toBe(120);
});

test('two imports never mix: one that is under way is waited for', async () => {
  const { setup } = crowdOf(250);
  await expect(loadUntil(100, setup)).rejects.toThrow('died');
  const small = crowdOf(1).setup;
  await expect(load(small, 'other')).rejects.toThrow(
    'is being imported just now, 100 of 250 customers. Wait until that has ended',
  );
  wait(1);
  expect((await load(small, 'other')).changed).toEqual([]);
});

test('an import that another large one has overtaken ends, and says so', async () => {
  const { setup } = crowdOf(250);
  const other = crowdOf(120).setup;
  const overtaken = load(setup, 'one', done => {
    if (done === 100) wait(1);
  });
  await expect(overtaken).resolves.toMatchObject({ doneBefore: 0 });
  await expect(loadUntil(100, setup, 'two')).rejects.toThrow('died');
  wait(1);
  await load(other, 'three');
  const back = await load(setup, 'two');
  expect(back.doneBefore).toBe(0);
});

test('an account may move from the first to the last customer of a large file', async () => {
  const account = [{ platform: 'slack', workspace: 'T0CUST', user: 'U0MOVES' }];
  await load(crowdWith({ 'lead-0': account, 'lead-149': [] }));
  const { changed } = await load(crowdWith({ 'lead-0': [], 'lead-149': account }));
  expect(changed).toEqual(['person lead-149']);
  expect(await ports.database.client.personIdentity.findMany()).toMatchObject([
    { personId: 'lead-149' },
  ]);
});

type Identities = readonly Record<string, string>[];

function crowdWith(identities: Record<string, Identities>): Mapping {
  const { setup } = crowdOf(150);
  const people = (setup.people as { id: string }[]).map(person =>
    person.id in identities ? { ...person, identities: identities[person.id] } : person,
  );
  return { ...setup, people };
}
