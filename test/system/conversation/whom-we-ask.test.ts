import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const place = 'northwind-shared';
const client = () => world.stage.world.ports.database.client;
const newest = (seat = place) => world.seen(seat).at(-1)?.text ?? '';
const askedId = async () =>
  (await client().customer.findUniqueOrThrow({ where: { id: 'northwind' } })).askedId;
const facts = async () =>
  (await client().event.findMany({ where: { kind: 'cadence.changed' }, orderBy: { seq: 'asc' } }))
    .filter(({ text }) => text.includes('check-ins to be for'))
    .map(({ text, visibility }) => ({ text, visibility }));
const asked = () => world.seen(place).filter(({ message }) => message === 'check-in');

describe('the customer says whom to ask', () => {
  test.each([
    ['lead-1', 'only ask Grace from now on'],
    ['lead-1', 'ask Grace instead of Daniel'],
    ['lead-1', "I'm off to bed, Grace takes over"],
    ['member-1', 'Daniel is out, ask me'],
    ['lead-1', 'ab jetzt bitte nur noch Grace fragen'],
  ])('%s: "%s" is Grace, said once, and a fact for us alone', async (person, text) => {
    await world.says(person, place, `@Handrail ${text}`);
    expect(world.seen(place).filter(line => line.text.includes('Grace Kim'))).toHaveLength(1);
    expect(await askedId()).toBe('member-1');
    expect(await facts()).toEqual([
      { text: expect.stringContaining('for Grace Kim instead of Daniel'), visibility: 'internal' },
    ]);
  });

  test('the next check-in is for her, and for Daniel again by the same words', async () => {
    await world.says('lead-1', place, 'only ask Grace from now on');
    expect(newest()).toContain("From now on I'll ask Grace Kim.");
    await world.pass(3 * 60 * 60_000);
    expect(asked().at(-1)?.text).toContain('Grace Kim, ');
    await world.says('adv-1', null, 'why northwind');
    expect(
      world
        .seen('adv-1')
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('I ask Grace Kim');
    await world.says('lead-1', place, 'only ask Daniel from now on');
    expect(newest()).toContain("From now on I'll ask Daniel Reyes.");
    expect(await askedId()).toBeNull();
    await world.pass(4 * 60 * 60_000);
    expect(asked().at(-1)?.text).toContain('Daniel Reyes, ');
  });

  test('a name that is none of theirs is asked back, with choices', async () => {
    await world.says('lead-1', place, 'only ask Nora from now on');
    expect(newest()).toContain('Whom shall I ask from now on?');
    expect(await askedId()).toBeNull();
    await world.says('lead-1', place, '2');
    expect(await askedId()).toBe('member-1');
    expect(newest()).toContain("From now on I'll ask Grace Kim.");
  });

  test('somebody we do not know changes nothing: the advocate has the words', async () => {
    await world.says('stranger', place, '@Handrail only ask Grace from now on');
    expect(await askedId()).toBeNull();
    expect(newest()).toContain('Nora Whitfield has that now in your words');
  });

  test("another customer's person changes nothing", async () => {
    await world.says('lead-2', place, '@Handrail only ask Grace from now on');
    expect(await askedId()).toBeNull();
    expect(await facts()).toEqual([]);
  });
});

describe('the vendor says whom to ask', () => {
  test.each([
    'ask grace at northwind',
    'ask northwind: Grace',
    'only ask Grace Kim at Northwind from now on',
  ])('"%s"', async text => {
    await world.says('adv-1', null, text);
    expect(newest('adv-1')).toContain("From now on I'll ask Grace Kim at Northwind");
    expect(await askedId()).toBe('member-1');
    expect(await facts()).toEqual([
      { text: expect.stringMatching(/^Nora Whitfield wants/), visibility: 'internal' },
    ]);
    await world.says('adv-1', null, 'ask northwind: Daniel');
    expect(await askedId()).toBeNull();
  });

  test('a name that is none of theirs is asked back, with choices', async () => {
    await world.says('adv-1', null, 'ask Zebedee at northwind');
    expect(newest('adv-1')).toContain('Whom shall I ask at Northwind');
    expect(await askedId()).toBeNull();
  });
});
