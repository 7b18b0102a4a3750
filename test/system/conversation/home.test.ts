import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { loadHome } from '../../../src/conversation/home/load-home.ts';
import type { ActionId } from '../../../src/delivery/card.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { ours, theirs } from './slack.ts';
import { local, press, snapshot } from './talk.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openRoom();
  await world.says('adv-1', null, 'log northwind: budget-canary');
  await world.says('adv-1', null, 'task northwind: phone Grace');
  await world.says('lead-1', 'northwind-shared', 'page');
});
afterAll(() => world.close());

/** What this person's home shows, as text, and its buttons. */
async function home(from: Inbound['from']) {
  const { cards, timeZone } = await world.trip(trip => loadHome(trip, from));
  const text = cards
    .map(card => plainText(card, { timeZone, now: world.stage.now() }))
    .join('\n\n');
  const actions = cards.flatMap(card => card.actions ?? []);
  return { cards, text, actions, ids: actions.map(({ id }) => id) };
}

const pressHome = (user: string, action: ActionId, subject: string) =>
  press(world, { user, place: null }, { action, subject, messageId: 'home' });

describe('what somebody sees when they open Handrail', () => {
  test('a customer’s person: their situation, who is with them, and one button', async () => {
    const { text, ids, cards } = await home(local('lead-1'));
    expect(cards.map(card => [card.name, card.audience])).toEqual([['situation', 'shared']]);
    expect(text).toContain('Nora Whitfield');
    expect(text).toMatch(/page/i);
    expect(ids).toEqual(['page.raise']);
    expect(text).not.toContain('budget-canary');
    expect(text).not.toMatch(/lakeside/i);
  });

  test('an advocate: the open page, tasks, customers by risk, who is on call now and next', async () => {
    const { text, ids } = await home(local('adv-1'));
    expect(ids).toEqual(
      expect.arrayContaining(['page.acknowledge', 'page.reassign', 'task.close']),
    );
    expect(text).toContain('phone Grace');
    expect(text).toMatch(/Northwind[\s\S]*page open for/);
    expect(text).toMatch(/On call\nduty: Idris Bello until .*then Tom Adeyemi/);
  });

  test('a manager: their own customers alone', async () => {
    const own = await home(local('mgr-1'));
    expect(own.text).toContain('My customers, by risk');
    expect(own.text).not.toContain('Lakeside');
    const other = await home(local('mgr-2'));
    expect(other.text).not.toContain('Northwind');
    expect(other.text).toContain('No page waits for you.');
  });

  test('somebody it does not know: the refusal and nothing else', async () => {
    for (const from of [theirs('U9'), ours('U9', 'Gus', { isGuest: true }), local('nobody')]) {
      const { text, actions } = await home(from);
      expect([text, actions]).toEqual(["I can't help with that here.", []]);
    }
  });

  test('changes nothing by being looked at', async () => {
    const before = await snapshot(world);
    await home(local('adv-1'));
    await home(local('lead-1'));
    expect(await snapshot(world)).toEqual(before);
  });

  test('takes a press of a button that it shows this person now, and no other', async () => {
    const { actions } = await home(local('adv-1'));
    const take = actions.find(({ id }) => id === 'page.acknowledge');
    const subject = take?.subject ?? '';
    for (const user of ['adv-2', 'mgr-2', 'lead-1', 'lead-2']) {
      const before = await snapshot(world);
      const said = await pressHome(user, 'page.acknowledge', subject);
      expect(said.map(one => one.text)).toEqual(["I can't help with that here."]);
      expect(await snapshot(world)).toEqual(before);
    }
    const said = await pressHome('adv-1', 'page.acknowledge', subject);
    expect(said.map(one => one.text).join()).toContain("It's yours: Northwind");
    expect((await home(local('adv-1'))).ids).toContain('page.resolve');
    await pressHome('adv-1', 'page.resolve', subject);
    expect((await home(local('adv-1'))).text).toContain('No page waits for you.');
    const again = await pressHome('adv-1', 'page.resolve', subject);
    expect(again.map(one => one.text)).toEqual(["I can't help with that here."]);
  });

  test('brings a person to a customer who presses its one button', async () => {
    const said = await pressHome('lead-1', 'page.raise', 'northwind');
    expect(said.map(one => one.name).sort()).toEqual(['page', 'page-receipt', 'page-update']);
    const foreign = await pressHome('lead-1', 'page.raise', 'lakeside');
    expect(foreign.map(one => one.text)).toEqual(["I can't help with that here."]);
  });
});
