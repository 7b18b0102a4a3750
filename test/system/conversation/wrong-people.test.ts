import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CommandName, commandNames } from '../../../src/customers/permission.ts';
import { type ActionId, actionIds } from '../../../src/delivery/card.ts';
import type { TestWorld } from '../../harness/world.ts';
import { expected, inPlace } from '../../unit/customers/rights.ts';
import { bearing, bringUp, type Subjects, secret, typed } from './matters.ts';
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

let world: TestWorld;
/** For every action a subject that exists and is Northwind's. */
let subjects: Subjects;

function isAllowed(doing: ActionId | CommandName, user: User, place: string | null): boolean {
  const isHere =
    place === null ? user !== 'stranger' && user !== 'lead-2' : place.startsWith('northwind');
  const isVendor = user.includes('-1') ? user !== 'lead-1' : user === 'adv-2' || user === 'mgr-2';
  if (expected[doing] === 'everybody') return isHere || isVendor;
  return (inPlace[expected[doing]] as string[]).includes(people[user]);
}

beforeAll(async () => {
  world = await openRoom('2026-03-06T18:20:00-05:00');
  subjects = await bringUp(world);
});

afterAll(() => world.close());

const rooms = (Object.keys(people) as User[]).flatMap(user =>
  seats[user].map(place => ({ user, place })),
);

describe('a button pressed by the wrong person does nothing and says nothing', () => {
  test.each(rooms)('any button by $user in $place', async ({ user, place }) => {
    const wrong = actionIds.filter(action => !isAllowed(action, user, place));
    expect(wrong.length).toBeGreaterThan(5);
    const tries = [];
    for (const action of wrong) {
      const subject = subjects[action];
      for (const messageId of [null, await bearing(world, action)]) {
        tries.push(pressOf({ user, place }, { action, subject, messageId }));
      }
    }
    const before = await snapshot(world);
    const said = await sendAll(world, tries);
    expect([...new Set(said.map(({ text }) => text))]).toEqual(["I can't help with that here."]);
    expect(said).toHaveLength(tries.length);
    expect(await snapshot(world)).toEqual(before);
  });

  test('answers the same for what exists and for what does not', async () => {
    const who = { user: 'lead-2', place: null };
    const real = await press(world, who, {
      action: 'task.close',
      subject: subjects['task.close'],
      messageId: null,
    });
    const none = await press(world, who, {
      action: 'task.close',
      subject: 'no-such-task',
      messageId: null,
    });
    expect(real.map(({ text, to }) => [text, to])).toEqual(none.map(({ text, to }) => [text, to]));
  });

  test('takes no button from a message of another place, even from the right person', async () => {
    const before = await snapshot(world);
    const { client } = world.stage.world.ports.database;
    const ask = await client.message.findFirstOrThrow({
      where: { name: 'check-in', toPlaceId: 'northwind-shared' },
    });
    const said = await press(
      world,
      { user: 'lead-1', place: null },
      { action: 'check-in.good', subject: subjects['check-in.good'], messageId: ask.id },
    );
    expect(said.map(({ text }) => text)).toEqual(["I can't help with that here."]);
    expect(await snapshot(world)).toEqual(before);
  });
});

/** What a customer's plain words never touch, whatever they look like. Its own wishes, and its own call for help, are its own to have. */
const ordered = [
  'milestone',
  'transition',
  'promise',
  'schedule',
  'pending_change',
  'customer',
  'place',
  'person',
];
/** What the audit log keeps, besides what customers wished for themselves. */
function decisions({ audit = '' }: Record<string, string>): string[] {
  return audit.split('\n').filter(row => !row.includes(',cadence.wish,'));
}

const wishes: readonly CommandName[] = ['pause', 'resume', 'cadence', 'page'];

describe('a command typed by the wrong person does nothing and gives nothing away', () => {
  const staff = rooms.filter(({ user }) => user !== 'stranger' && !user.startsWith('lead'));
  test.each(staff)('any command by $user in $place', async ({ user, place }) => {
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
  test.each(others)('any command by $user in $place', async ({ user, place }) => {
    const wrong = commandNames.filter(
      name => !isAllowed(name, user, place) && !wishes.includes(name),
    );
    expect(wrong).toContain('log');
    const { client } = world.stage.world.ports.database;
    // A customer's own call for help calls its own people; it never touches another's.
    const northwinds = () => client.page.count({ where: { customerId: 'northwind' } });
    const pages = await northwinds();
    const before = await snapshot(world);
    const said = await sendAll(
      world,
      wrong.map(name => wordsOf({ user, place }, typed[name])),
    );
    const after = await snapshot(world);
    expect(await northwinds()).toBe(pages);
    for (const table of ordered) expect([table, after[table]]).toEqual([table, before[table]]);
    expect(decisions(after)).toEqual(decisions(before));
    const theirs = said.filter(({ to }) => to === place || to === user);
    for (const { text, audience } of theirs) {
      expect(audience).toBe('shared');
      expect(text).not.toContain(secret);
      expect(text).not.toContain('with care');
      if (place !== 'northwind-shared' && user !== 'lead-1') expect(text).not.toMatch(/northwind/i);
    }
  });
});
