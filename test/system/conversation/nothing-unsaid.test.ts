import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/delivery/card.ts';
import { hour, minute, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { after, openRoom } from './room.ts';
import { at, local, press, type Said, send, wordsOf } from './talk.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom(after);
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const lead = { user: 'lead-1', place: 'northwind-shared' };
const says = (text: string) => send(world, wordsOf(lead, text));
const namesOf = (said: readonly Said[], to: string) =>
  said.filter(one => one.to === to).map(({ name }) => name);

/** The newest card somebody sees, with its buttons. */
async function newestCard(where: { toPersonId?: string; toPlaceId?: string; name: string }) {
  const message = await client().message.findFirstOrThrow({ where, orderBy: { seq: 'desc' } });
  const { actions = [] } = message.card as unknown as { actions?: Action[] };
  return { ...message, actions };
}

describe('the vendor’s own place', () => {
  test('hears of a worry and of a slip, once each', async () => {
    const worry = await says('I am worried about the month-end numbers');
    expect(namesOf(worry, 'northwind-team')).toEqual(['course']);
    const slip = await send(
      world,
      wordsOf({ user: 'adv-1', place: null }, 'milestone northwind copy late, now 23:55'),
    );
    expect(namesOf(slip, 'northwind-team').length).toBeLessThanOrEqual(1);
    const told = await client().message.findMany({ where: { name: 'course' } });
    expect(new Set(told.map(({ text }) => text)).size).toBe(told.length);
    expect(told.every(({ audience }) => audience === 'internal')).toBe(true);
  });

  test('hears the same words of one person once within a minute, and so does the advocate', async () => {
    await says('I am worried about the month-end numbers');
    const more = () => says('this is the third time nobody calls back');
    expect(namesOf(await more(), 'northwind-team')).toEqual(['course']);
    const again = await more();
    expect([...namesOf(again, 'northwind-team'), ...namesOf(again, 'adv-1')]).toEqual([]);
    await world.pass(minute);
    expect(namesOf(await more(), 'northwind-team')).toEqual(['course']);
  });
});

describe('an offer that was refused', () => {
  test('is not made again for the same trouble, and a call for somebody still brings one', async () => {
    const offered = await says('I am worried about the month-end numbers');
    expect(namesOf(offered, lead.place)).toEqual(['help-offer']);
    await says('no');
    await world.pass(5 * minute);
    const again = await says('the month-end numbers still worry me');
    expect(namesOf(again, lead.place)).not.toContain('help-offer');
    expect(again.some(({ text }) => text.includes('month-end numbers'))).toBe(true);
    expect(namesOf(await says('please get someone now'), lead.place)).toContain('page-receipt');
  });
});

describe('a call back', () => {
  test('stands on the page with its number and hour, and is shown to the advocate', async () => {
    await says('page: nobody can post');
    await says('call me back at 23:15 on +44 20 7946 0018');
    const page = await client().page.findFirstOrThrow({ where: { resolvedAt: null } });
    expect(page.callBack).toMatchObject({ number: '+44 20 7946 0018', at: expect.any(String) });
    const card = await newestCard({ toPersonId: 'adv-1', name: 'page' });
    expect(card.text).toMatch(/Call back: \+44 20 7946 0018, .*\d\d:\d\d/);
    const task = await client().task.findFirstOrThrow({ where: { kind: 'call-back' } });
    expect(task.text).toContain('on +44 20 7946 0018');
  });
});

describe('the cards of a page', () => {
  test('are one a person: an older one is closed, and says which to answer', async () => {
    await says('page: nobody can post');
    await world.pass(hour);
    const cards = await client().message.findMany({
      where: { toPersonId: 'adv-1', name: 'page' },
      orderBy: { seq: 'asc' },
    });
    expect(cards.length).toBeGreaterThan(1);
    const isOpen = cards.map(({ card }) => JSON.stringify(card).includes('page.acknowledge'));
    expect(isOpen.filter(Boolean)).toHaveLength(1);
    expect(isOpen.at(-1)).toBe(true);
    expect(cards[0]?.text).toContain('the newest of these cards is the one to answer');
    const [page] = await client().page.findMany();
    const old = { action: 'page.acknowledge', subject: page?.id ?? '' } as const;
    const taken = { user: 'adv-1', place: null };
    await press(world, taken, { ...old, messageId: cards[0]?.id ?? null });
    expect(await client().page.count({ where: { ownerId: 'adv-1' } })).toBe(1);
    const said = await press(world, taken, { ...old, messageId: cards[0]?.id ?? null });
    expect(said.map(({ text }) => text).join()).toMatch(/have it|has it/);
  });
});

describe('a call that reaches us late from a place where we may not answer', () => {
  test('wakes nobody, and is the advocate’s as a task', async () => {
    await client().place.update({
      where: { id: lead.place },
      data: { parkedReason: 'others read it' },
    });
    const saidAt = plus(world.stage.world.ports.clock.now(), -3 * hour).toISOString();
    await send(world, {
      from: local('lead-1'),
      in: at(lead.place),
      saidAt,
      said: { kind: 'text', text: 'please get someone now, nobody can post' },
    });
    expect(await client().page.count()).toBe(0);
    const task = await client().task.findFirstOrThrow({ where: { kind: 'late-words' } });
    expect(task.text).toContain('nobody can post');
  });
});
