import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { reassignPage } from '../../../src/paging/reassign-page.ts';
import { buildCustomer, buildNorthwind, customerPerson } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const partner = (id: string, name: string, customers: readonly string[]) => ({
  id,
  name,
  side: 'partner',
  customers,
  timeZone: 'Europe/London',
});

let world: TestWorld;
beforeEach(async () => {
  const whole = buildNorthwind();
  const [northwind = buildCustomer()] = whole.customers;
  const lakeside = buildCustomer({
    id: 'lakeside',
    people: { leader: 'lead-2', members: [], advocate: 'adv-2', backup: 'adv-1', manager: 'mgr-1' },
    transitions: [],
  });
  const levels = [
    { to: ['advocate'], wait: '2m' },
    { to: ['kestrel-1'], wait: '5m' },
  ];
  const setup = {
    ...whole,
    people: [
      ...whole.people,
      customerPerson('lead-2', 'lakeside'),
      partner('kestrel-1', 'Ada Kestrel', ['northwind', 'lakeside']),
      partner('heron-1', 'Bo Heron', ['lakeside']),
    ],
    customers: [
      { ...northwind, escalation: 'ladder' },
      { ...lakeside, escalation: 'ladder' },
    ],
    escalations: [...whole.escalations, { id: 'ladder', levels, repeat: 2 }],
  };
  world = await openTestWorld(setup, { at: '2026-03-05T14:00:00Z' });
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const callsTo = (personId: string) => client().pageCall.count({ where: { personId } });

test('a ladder calls nobody of a partner who works for this customer no longer', async () => {
  await client().person.update({ where: { id: 'kestrel-1' }, data: { partnerOf: ['lakeside'] } });
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.pass(4 * 60_000);
  expect(await callsTo('kestrel-1')).toBe(0);
  await world.says('lead-2', 'lakeside-shared', 'page: nothing prints');
  await world.pass(4 * 60_000);
  expect(await callsTo('kestrel-1')).toBeGreaterThan(0);
});

test('a page is passed to nobody of a partner who does not work for this customer', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.says('adv-1', null, 'ack');
  const page = await client().page.findFirstOrThrow();
  const wish = { pageId: page.id, byId: 'adv-1', toId: 'heron-1' };
  expect(await world.trip(trip => reassignPage(trip, wish))).toBe('nobody');
  expect(await callsTo('heron-1')).toBe(0);
});

test('only whom a page concerns hands it to a partner', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.says('adv-1', null, 'ack');
  await world.says('adv-2', null, 'hand northwind: the page to Kestrel');
  expect(await client().partnerMatter.count()).toBe(0);
  await world.says('adv-1', null, 'hand northwind: the page to Kestrel');
  expect(await client().partnerMatter.count()).toBe(1);
});
