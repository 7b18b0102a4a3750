import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import { type FormName, formNames } from '../../../src/conversation/forms/form.ts';
import { openForm } from '../../../src/conversation/forms/open-form.ts';
import { readForm } from '../../../src/conversation/forms/read-form.ts';
import { type CommandName, commandNames } from '../../../src/customers/permission.ts';
import { type ActionId, actionIds } from '../../../src/delivery/card.ts';
import type { TestWorld } from '../../harness/world.ts';
import { type ActorKind, expected, inPlace } from '../../unit/customers/rights.ts';
import { bearing, bringUp, type Subjects, secret, typed } from './matters.ts';
import { openRoom } from './room.ts';
import { account, channel, connectSlack, ours, theirs } from './slack.ts';
import { send, sendAll, snapshot } from './talk.ts';

const kinds = {
  customer: { from: theirs('U0ANA'), as: 'customer' },
  'other customer': { from: theirs('U0ZULE', 'T0LAKE'), as: 'other customer' },
  guest: { from: ours('U0GUEST', 'Gus', { isGuest: true }), as: 'unknown' },
  vendor: { from: ours('U1OLA'), as: 'vendor' },
  'advocate of another customer': { from: ours('U0TOM'), as: 'advocate elsewhere' },
  'person paged': { from: ours('U0NORA'), as: 'paged' },
} as const satisfies Record<string, { from: Inbound['from']; as: ActorKind }>;
type Kind = keyof typeof kinds;

const refused = "I can't help with that here.";
const shared = channel('C0SHARED');
let world: TestWorld;
let subjects: Subjects;

beforeAll(async () => {
  world = await openRoom('2026-03-06T18:20:00-05:00');
  await connectSlack(world);
  await world.trip(({ tx }) =>
    tx.personIdentity.create({ data: { ...account(ours('U0TOM')), personId: 'adv-2' } }),
  );
  subjects = await bringUp(world);
  // Whoever is recognised by their account is written down before anything is compared.
  for (const { from } of Object.values(kinds)) {
    await send(world, { from, said: { kind: 'text', text: 'help' } });
  }
});
afterAll(() => world.close());

const may = (doing: ActionId | CommandName, kind: Kind): boolean =>
  (inPlace[expected[doing]] as ActorKind[]).includes(kinds[kind].as);
const isOurs = (kind: Kind): boolean => !['customer', 'other customer', 'guest'].includes(kind);
const orderOf = (command: CommandName) => typed[command].replace(/^\S+\s*/, '');

describe.each(Object.keys(kinds) as Kind[])('%s, known by account alone', kind => {
  const { from } = kinds[kind];

  test('presses nothing that is not theirs, wherever the button is', async () => {
    const wrong = actionIds.filter(action => !may(action, kind));
    expect(wrong.length).toBeGreaterThan(5);
    const before = await snapshot(world);
    const tries = [];
    for (const action of wrong) {
      const subject = subjects[action];
      const where = [
        [shared, null],
        [shared, await bearing(world, action)],
        [null, 'home'],
      ] as const;
      for (const [place, messageId] of where) {
        const said = { kind: 'press', action, subject, messageId } as const;
        tries.push({ from, in: place, said });
      }
    }
    const said = await sendAll(world, tries);
    expect(said.filter(({ text }) => text !== refused)).toEqual([]);
    expect(await snapshot(world)).toEqual(before);
  });

  test.each([shared, null])('orders nothing that is not theirs, in %j', async place => {
    const wrong = commandNames.filter(name => !isOurs(kind) || !may(name, kind));
    const before = await snapshot(world);
    const orders = wrong.flatMap(command =>
      [null, { ref: 'C0SHARED/1.1', text: 'planted words', author: null }].map(about => ({
        from,
        in: place,
        quietly: true,
        said: { kind: 'command', command, words: orderOf(command), about } as const,
      })),
    );
    const said = await sendAll(
      world,
      place ? orders : orders.filter(({ said: { about } }) => !about),
    );
    expect(said.filter(({ text }) => text !== refused)).toEqual([]);
    expect(said.every(({ to }) => !to.endsWith('-shared'))).toBe(true);
    if (kind === 'guest') expect(said).toEqual([]);
    expect(await snapshot(world)).toEqual(before);
  });

  test('types no command that is not theirs', async () => {
    const wrong = commandNames.filter(
      name => !may(name, kind) && name !== 'pause' && name !== 'resume',
    );
    const said = await sendAll(
      world,
      wrong.flatMap(name =>
        [shared, null].map(place => ({
          from,
          in: place,
          said: { kind: 'text', text: typed[name] } as const,
        })),
      ),
    );
    const own = said.filter(({ audience }) => audience === 'internal');
    if (!isOurs(kind))
      expect(
        own.filter(
          ({ to }) => !to.match(/^(?:(?:adv|mgr|eng|sales)-|(?:northwind|lakeside)-team$)/),
        ),
      ).toEqual([]);
    else expect(said.filter(({ text }) => text !== refused)).toEqual([]);
    const open = said.filter(({ audience }) => audience === 'shared');
    expect(JSON.stringify(open)).not.toContain(secret);
    expect(JSON.stringify(open)).not.toContain('with care');
  });

  test('opens and fills in no form that is not theirs', async () => {
    const needs: Record<FormName, CommandName> = {
      cadence: 'cadence',
      'hand-over': 'reassign',
      log: 'log',
      milestone: 'milestone',
      override: 'override',
      page: 'page',
    };
    const values = { customer: 'northwind', transition: 'northwind/erp', text: 'x', words: 'x' };
    for (const name of formNames) {
      const isTheirs = isOurs(kind) && may(needs[name], kind);
      for (const place of [shared, null]) {
        const ask = { name, from, in: place, values };
        const form = await world.trip(trip => openForm(trip, ask));
        const reading = await world.trip(trip => readForm(trip, ask));
        expect([name, form !== null]).toEqual([name, isTheirs]);
        expect([name, reading.outcome !== 'refused']).toEqual([name, isTheirs]);
      }
    }
  });
});

describe('what is theirs is not refused', () => {
  test.each([
    'log',
    'publish',
    'brief',
    'why',
    'status',
    'who',
    'portfolio',
    'on-call',
    'task',
  ] as const)('%s by any of our people', async command => {
    for (const kind of ['vendor', 'advocate of another customer', 'person paged'] as const) {
      const said = { kind: 'command', command, words: orderOf(command), about: null } as const;
      const answers = await send(world, {
        from: kinds[kind].from,
        in: shared,
        quietly: true,
        said,
      });
      expect(answers.filter(({ text }) => text === refused)).toEqual([]);
    }
  });
});
