import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CommandName, commandNames } from '../../../src/customers/permission.ts';
import { type ActionId, actionIds } from '../../../src/delivery/card.ts';
import { proposeGraduation } from '../../../src/transitions/propose-graduation.ts';
import type { TestWorld } from '../../harness/world.ts';
import { expected, inPlace } from '../../unit/customers/rights.ts';
import { openRoom } from './room.ts';
import { press, pressOf, sendAll, snapshot, wordsOf } from './talk.ts';

/** People of this room as the kinds of the permission expectation. */
const people = {
  stranger: 'unknown',
  'lead-1': 'customer',
  'lead-2': 'other customer',
  'sales-1': 'vendor',
  'adv-2': 'advocate elsewhere',
  'mgr-2': 'manager elsewhere',
} as const;
type User = keyof typeof people;

const seats: Record<User, (string | null)[]> = {
  stranger: ['northwind-shared', 'lakeside-shared'],
  'lead-1': ['northwind-shared', null],
  'lead-2': ['northwind-shared', 'lakeside-shared', null],
  'sales-1': ['northwind-shared', 'northwind-team', null],
  'adv-2': ['lakeside-shared', null],
  'mgr-2': ['northwind-shared', null],
};

const secret = 'budget-canary';
let world: TestWorld;
/** For every action a subject that exists and is Northwind's. */
const subjects: Partial<Record<ActionId, string>> = {};

function isAllowed(doing: ActionId | CommandName, user: User, place: string | null): boolean {
  const isHere =
    place === null ? user !== 'stranger' && user !== 'lead-2' : place.startsWith('northwind');
  const isVendor = user.includes('-1') ? user !== 'lead-1' : user === 'adv-2' || user === 'mgr-2';
  if (expected[doing] === 'everybody') return isHere || isVendor;
  return (inPlace[expected[doing]] as string[]).includes(people[user]);
}

beforeAll(async () => {
  world = await openRoom('2026-03-06T18:20:00-05:00');
  const { client } = world.stage.world.ports.database;
  await world.says('adv-1', null, `log northwind: ${secret}`);
  await world.says('adv-1', null, 'task northwind: phone Ben');
  await world.pass(70 * 60_000);
  await world.says('mgr-1', null, 'cadence northwind close');
  await world.says('mgr-1', null, 'yes');
  await world.says('mgr-1', null, 'cadence all daily');
  await world.trip(trip => proposeGraduation(trip, 'northwind/erp', 'for the test'));
  await world.says('lead-1', 'northwind-shared', 'page');
  const page = await client.page.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const checkIn = await client.checkIn.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const note = await client.event.findFirstOrThrow({ where: { text: secret } });
  const task = await client.task.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const audit = await client.audit.findFirstOrThrow({ where: { action: 'cadence.change' } });
  const pending = await client.pendingChange.findFirstOrThrow({ where: { state: 'waiting' } });
  for (const action of actionIds) {
    if (action.startsWith('check-in.')) subjects[action] = checkIn.id;
    if (action.startsWith('page.')) subjects[action] = page.id;
    if (action.startsWith('cadence.') || action.startsWith('graduation.'))
      subjects[action] = 'northwind/erp';
    if (action.startsWith('change.')) subjects[action] = pending.id;
  }
  Object.assign(subjects, {
    'page.raise': 'northwind',
    'page.decline': 'northwind',
    'change.undo': audit.id,
    'note.publish': note.id,
    'task.close': task.id,
    'choice.pick': '1',
  });
}, 60_000);

afterAll(() => world.close());

const rooms = (Object.keys(people) as User[]).flatMap(user =>
  seats[user].map(place => ({ user, place })),
);

/** The newest message that offers this button, where there is one: the best try an intruder has. */
async function bearing(action: ActionId): Promise<string> {
  const { client } = world.stage.world.ports.database;
  const rows = await client.message.findMany({
    where: { customerId: 'northwind' },
    orderBy: { seq: 'desc' },
  });
  const found = rows.find(row => JSON.stringify(row.card).includes(`"${action}"`));
  return (found ?? rows[0])?.id ?? '';
}

describe('a button pressed by the wrong person does nothing and says nothing', () => {
  it.each(rooms)('any button by $user in $place', async ({ user, place }) => {
    const wrong = actionIds.filter(action => !isAllowed(action, user, place));
    expect(wrong.length).toBeGreaterThan(5);
    const tries = [];
    for (const action of wrong) {
      const subject = subjects[action] ?? '';
      for (const messageId of [null, await bearing(action)]) {
        tries.push(pressOf({ user, place }, { action, subject, messageId }));
      }
    }
    const before = await snapshot(world);
    const said = await sendAll(world, tries);
    expect([...new Set(said.map(({ text }) => text))]).toEqual(["I can't help with that here."]);
    expect(said).toHaveLength(tries.length);
    expect(await snapshot(world)).toEqual(before);
  });

  it('answers the same for what exists and for what does not', async () => {
    const who = { user: 'lead-2', place: null };
    const real = await press(world, who, {
      action: 'task.close',
      subject: subjects['task.close'] ?? '',
      messageId: null,
    });
    const none = await press(world, who, {
      action: 'task.close',
      subject: 'no-such-task',
      messageId: null,
    });
    expect(real.map(({ text, to }) => [text, to])).toEqual(none.map(({ text, to }) => [text, to]));
  });

  it('takes no button from a message of another place, even from the right person', async () => {
    const before = await snapshot(world);
    const { client } = world.stage.world.ports.database;
    const ask = await client.message.findFirstOrThrow({
      where: { name: 'check-in', toPlaceId: 'northwind-shared' },
    });
    const said = await press(
      world,
      { user: 'lead-1', place: null },
      { action: 'check-in.good', subject: subjects['check-in.good'] ?? '', messageId: ask.id },
    );
    expect(said.map(({ text }) => text)).toEqual(["I can't help with that here."]);
    expect(await snapshot(world)).toEqual(before);
  });
});

/** Each command as somebody would type it about Northwind. */
const typed: Record<CommandName, string> = {
  help: 'help',
  log: 'log northwind: planted words',
  publish: 'publish northwind: planted words',
  milestone: 'milestone northwind backup done',
  cadence: 'cadence northwind weekly',
  pause: 'pause northwind until Monday',
  resume: 'resume northwind',
  why: 'why northwind',
  brief: 'brief northwind',
  page: 'page northwind: planted words',
  ack: 'ack northwind',
  update: 'update northwind: planted words',
  resolve: 'resolve northwind: planted words',
  reassign: 'reassign northwind: to Tom',
  add: 'add northwind: Tom',
  who: 'who northwind',
  'on-call': 'on-call',
  swap: 'swap duty Tom from Friday 18:00 until Saturday 09:00',
  promise: 'promise northwind: planted words by Monday',
  kept: 'kept northwind: planted',
  task: 'task northwind: planted words',
  done: 'done',
  portfolio: 'portfolio',
  audit: 'audit northwind',
  undo: 'undo northwind',
  status: 'status northwind',
  pages: 'pages',
  graduate: 'graduate northwind',
  place: 'place northwind-shared is northwind, shared',
};

/** What a customer's plain words never touch, whatever they look like. Its own wishes are its own to have. */
const ordered = [
  'milestone',
  'transition',
  'page_call',
  'promise',
  'schedule',
  'pending_change',
  'customer',
  'place',
  'person',
];
const wishes: readonly CommandName[] = ['pause', 'resume'];

describe('a command typed by the wrong person does nothing and gives nothing away', () => {
  const staff = rooms.filter(({ user }) => user !== 'stranger' && !user.startsWith('lead'));
  it.each(staff)('any command by $user in $place', async ({ user, place }) => {
    const wrong = commandNames.filter(name => !isAllowed(name, user, place));
    expect(wrong).toContain('cadence');
    const before = await snapshot(world);
    const said = await sendAll(
      world,
      wrong.map(name => wordsOf({ user, place }, typed[name])),
    );
    expect([...new Set(said.map(({ text }) => text))]).toEqual(["I can't help with that here."]);
    expect(said.every(({ to }) => to === user || to === place)).toBe(true);
    expect(await snapshot(world)).toEqual(before);
  });

  const others = rooms.filter(({ user }) => user === 'stranger' || user.startsWith('lead'));
  it.each(others)('any command by $user in $place', async ({ user, place }) => {
    const wrong = commandNames.filter(
      name => !isAllowed(name, user, place) && !wishes.includes(name),
    );
    expect(wrong).toContain('log');
    const before = await snapshot(world);
    const said = await sendAll(
      world,
      wrong.map(name => wordsOf({ user, place }, typed[name])),
    );
    const after = await snapshot(world);
    for (const table of [...ordered, 'audit'])
      expect([table, after[table]]).toEqual([table, before[table]]);
    const theirs = said.filter(({ to }) => to === place || to === user);
    for (const { text, audience } of theirs) {
      expect(audience).toBe('shared');
      expect(text).not.toContain(secret);
      expect(text).not.toContain('with care');
      if (place !== 'northwind-shared' && user !== 'lead-1') expect(text).not.toMatch(/northwind/i);
    }
  });
});
