import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  const change = buildGoLive({
    window: { from: '2026-02-06T18:00:00-05:00', until: '2026-02-07T06:00:00-05:00' },
    milestones: [],
  });
  const customers = [buildCustomer({ transitions: [change] })];
  world = await openTestWorld(buildNorthwind({ customers }), { at: '2026-03-10T10:00:00Z' });
});
afterEach(() => world.close());

const offers = () => world.seen('adv-1').filter(({ message }) => message === 'promise');
const owed = async () => {
  await world.says('lead-1', 'northwind-shared', 'what did you promise us?');
  return world.seen('northwind-shared').at(-1);
};

test('whoever writes a promise to a customer is asked alone, and shares it, keeps it, or drops it', async () => {
  const before = world.seen('northwind-shared').length;
  await world.mutters('adv-1', 'northwind-shared', "I'll send the report by Friday");
  expect(world.seen('northwind-shared')).toHaveLength(before);
  expect(offers().at(-1)?.actions).toEqual(
    ['promise.share', 'promise.keep', 'promise.decline'].map(id => expect.objectContaining({ id })),
  );
  await world.presses('adv-1', 'promise.share');
  await world.mutters('adv-1', 'northwind-shared', "I'll check the printer by Thursday");
  await world.presses('adv-1', 'promise.keep');
  await world.mutters('adv-1', 'northwind-shared', "We'll repaint the office by Monday");
  await world.says('adv-1', null, 'no');
  const told = await owed();
  expect(told?.text).toContain('send the report');
  expect(told?.text).not.toMatch(/printer|office/);
  expect(world.facts('northwind').filter(({ event }) => event === 'promise.made')).toHaveLength(2);
});

test('nobody else may note it, and it is noted once', async () => {
  await world.mutters('adv-1', 'northwind-team', "I'll send the report by Friday");
  const { client } = world.stage.world.ports.database;
  const { id } = await client.vendorPromise.findFirstOrThrow();
  await expect(world.presses('mgr-1', 'promise.share')).rejects.toThrow();
  await world.presses('adv-1', 'promise.keep');
  const [again] = await world.presses('adv-1', 'promise.share');
  expect(again?.text).toBe('That was settled already.');
  expect(await client.vendorPromise.findUnique({ where: { id } })).toMatchObject({
    state: 'open',
    visibility: 'internal',
  });
});

test('the record of what was kept, late and missed reads the same to both sides', async () => {
  const promised = 'promise northwind: shared: send the plan by 2026-03-11 12:00';
  await world.says('adv-1', null, promised);
  await world.says('adv-1', null, 'kept plan');
  await world.says('adv-1', null, 'promise northwind: shared: send the list by 2026-03-11 12:00');
  await world.at('2026-03-11T12:00:30Z');
  const counts = '1 kept in time, 0 late, 1 missed';
  const [toUs] = await world.says('adv-1', null, 'trust northwind');
  const toThem = await owed();
  expect(toUs?.text).toContain(counts);
  expect(toThem?.text).toContain(counts);
});
