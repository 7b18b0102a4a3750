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
  world = await openTestWorld(buildNorthwind({ customers }), { at: '2026-03-13T16:00:00Z' });
});
afterEach(() => world.close());

const handovers = (to: string) => world.seen(to).filter(({ message }) => message === 'handover');

test('two weeks away: the stand-in has everything, the customer knows who is there, and all comes back', async () => {
  await world.says('adv-1', null, 'promise northwind: shared: send the plan by 2026-03-20 17:00');
  await world.says('adv-1', null, 'task northwind: phone Grace');
  const [said] = await world.says(
    'adv-1',
    null,
    "I'm off for two weeks from Monday, Tom stands in",
  );
  expect(said?.text).toContain('Northwind: Tom Adeyemi is there.');
  expect(handovers('northwind-shared')).toEqual([]);

  await world.at('2026-03-16T12:59:00Z');
  const pack = handovers('adv-2').at(-1)?.text ?? '';
  for (const part of ['Daniel Reyes', 'send the plan', 'phone Grace', 'Tone', 'Next check-in'])
    expect(pack).toContain(part);
  expect(handovers('northwind-shared')).toEqual([]);

  await world.at('2026-03-16T13:01:00Z');
  expect(handovers('northwind-shared')).toHaveLength(1);
  expect(handovers('northwind-shared')[0]?.text).toContain(
    'Tom Adeyemi is here for you in place of Nora Whitfield, until Mon 30 Mar',
  );
  await world.says('lead-1', 'northwind-shared', 'who is with us?');
  expect(world.seen('northwind-shared').at(-1)?.text).toContain('Tom Adeyemi');
  await world.says('lead-1', 'northwind-shared', 'page');
  expect(world.seen('adv-2').some(({ message }) => message === 'page')).toBe(true);
  expect(world.seen('adv-1').some(({ message }) => message === 'page')).toBe(false);
  await world.says('adv-2', null, 'ack');
  await world.says('adv-2', null, 'resolve shared: it was a cable');

  await world.at('2026-03-30T13:30:00Z');
  expect(handovers('adv-1').at(-1)?.text).toContain('Northwind is yours again');
  expect(handovers('northwind-shared')).toHaveLength(2);
  expect(handovers('northwind-shared')[1]?.text).toContain('Nora Whitfield is back');
  const { client } = world.stage.world.ports.database;
  expect(await client.customer.findFirst()).toMatchObject({ standInId: null, advocateId: 'adv-1' });
  expect(await client.task.findFirstOrThrow({ where: { text: 'phone Grace' } })).toMatchObject({
    assigneeId: 'adv-1',
  });
});

test('"I\'m back" ends it sooner, and a leave taken back before it began is nobody\'s news', async () => {
  await world.says('adv-1', null, "I'm off for two weeks from Monday");
  await world.says('adv-1', null, 'leave cancel');
  await world.at('2026-03-16T15:00:00Z');
  expect(handovers('adv-2')).toEqual([]);
  await world.says('adv-1', null, "I'm off for two weeks");
  await world.pass(60_000);
  expect(handovers('northwind-shared')).toHaveLength(1);
  await world.says('adv-1', null, "I'm back");
  await world.pass(60_000);
  expect(handovers('northwind-shared').at(-1)?.text).toContain('Nora Whitfield is back');
});
