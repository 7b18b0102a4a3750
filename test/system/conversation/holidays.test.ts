import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findCustomer } from '../../../src/customers/find-customer.ts';
import { buildCustomer, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
const holidays = { country: 'us', region: 'ny', also: ['2026-12-24'], except: ['2026-10-12'] };
const northwind = (over = {}) => buildNorthwind({ customers: [buildCustomer({ ...over })] });

beforeEach(async () => {
  world = await openTestWorld(northwind({ holidays }), { at: '2026-03-04T15:00:00Z' });
});
afterEach(() => world.close());

const told = () =>
  world
    .seen('mgr-1')
    .filter(({ text }) => text.includes('Public holidays of'))
    .map(({ text }) => text);

const daysOff = async () => {
  const customer = await findCustomer(world.stage.world.ports.database.client, 'northwind');
  return customer?.businessHours.holidays ?? [];
};

test('public holidays are computed and shown, and count once a person has confirmed them', async () => {
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('2026-07-03 Independence Day (substitute day)');
  expect(told()[0]).toContain('2026-12-24 as the setup says');
  expect(told()[0]).not.toContain('2026-10-12');
  expect(told()[0]).not.toContain('2026-01-19');
  expect(await daysOff()).toEqual([]);
  const replies = await world.says('adv-1', null, 'holidays northwind confirm');
  expect(replies.map(({ text }) => text).join('\n')).toContain(
    'All of them count as days without work',
  );
  expect(await daysOff()).toEqual(
    expect.arrayContaining(['2026-07-03', '2026-11-26', '2027-01-01']),
  );
  expect(await daysOff()).not.toContain('2026-10-12');
  const { client } = world.stage.world.ports.database;
  expect(await client.audit.count({ where: { action: 'holidays', actorId: 'adv-1' } })).toBe(1);
});

test('what nobody has confirmed by October is shown again, at nine on their clock', async () => {
  await world.close();
  world = await openTestWorld(northwind({ holidays }), { at: '2026-09-30T15:00:00Z' });
  await world.at('2026-10-01T12:59:00Z');
  expect(told()).toHaveLength(1);
  await world.at('2026-10-01T13:00:00Z');
  expect(told()).toHaveLength(2);
});

test('a customer whose setup says nothing has none, and an unknown country is said', async () => {
  await world.close();
  world = await openTestWorld(northwind(), { at: '2026-03-04T15:00:00Z' });
  const none = await world.says('adv-1', null, 'holidays northwind');
  expect(none.map(({ text }) => text).join('\n')).toContain('has no public holidays in the setup');
  await world.close();
  const unknown = { holidays: { country: 'XX' } };
  world = await openTestWorld(northwind(unknown), { at: '2026-03-04T15:00:00Z' });
  expect(told()[0]).toContain('I know no holidays there');
});
