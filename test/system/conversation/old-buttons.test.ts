import { afterEach, expect, test } from '@jest/globals';
import type { Action } from '../../../src/delivery/card.ts';
import { hour, minute } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { after, openRoom } from './room.ts';
import { press, send, wordsOf } from './talk.ts';

let world: TestWorld;
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const openPages = () => client().page.count({ where: { state: { not: 'resolved' } } });
const northwind = (user: string) => ({ user, place: 'northwind-shared' });

async function choiceCard() {
  const card = await client().message.findFirstOrThrow({
    where: { toPlaceId: 'northwind-shared', name: 'answer' },
    orderBy: { seq: 'desc' },
  });
  const { actions } = card.card as unknown as { actions: Action[] };
  const button = actions.find(({ label }) => label === 'Get a person');
  if (!button) throw new Error(`no such button: ${JSON.stringify(actions)}`);
  return { action: button.id, subject: button.subject, messageId: card.id } as const;
}

test('"Get a person" under a question an hour old fetches a person', async () => {
  world = await openRoom(after);
  await send(world, wordsOf(northwind('lead-1'), 'blorp the wibble sideways'));
  const button = await choiceCard();
  await world.pass(hour + minute);
  const said = await press(world, northwind('lead-1'), button);
  expect({ pages: await openPages(), said: said.length > 0 }).toEqual({ pages: 1, said: true });
});

test('"Get a person" fetches a person for whoever in the channel presses it', async () => {
  world = await openRoom(after);
  await send(world, wordsOf(northwind('lead-1'), 'blorp the wibble sideways'));
  const button = await choiceCard();
  await press(world, northwind('member-1'), button);
  expect(await openPages()).toBe(1);
});

test('an old "Yes, it is over" does not end a page that was raised later', async () => {
  world = await openRoom(after);
  await send(world, wordsOf(northwind('lead-1'), 'page: the ledger is down'));
  await send(world, wordsOf(northwind('lead-1'), 'false alarm, it works again'));
  const card = await client().message.findFirstOrThrow({
    where: { toPlaceId: 'northwind-shared', name: 'answer' },
    orderBy: { seq: 'desc' },
  });
  const actions = (card.card as unknown as { actions: Action[] }).actions;
  const yes = actions.find(({ label }) => label === 'Yes, it is over');
  if (!yes) throw new Error(JSON.stringify(card.card));
  await send(world, wordsOf({ user: 'adv-1', place: null }, 'ack'));
  await send(world, wordsOf({ user: 'adv-1', place: null }, 'resolve the queue was full'));
  expect(await openPages()).toBe(0);
  await world.pass(20 * minute);
  await send(world, wordsOf(northwind('member-1'), 'page: payroll is wrong for everybody'));
  expect(await openPages()).toBe(1);
  await press(world, northwind('lead-1'), {
    action: 'choice.pick',
    subject: yes.subject,
    messageId: card.id,
  });
  expect(await openPages()).toBe(1);
});
