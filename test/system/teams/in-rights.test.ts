import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formNames } from '../../../src/conversation/forms/form.ts';
import { invokeOf, messageAction, messageOf, pressOf } from '../../harness/teams/activities.ts';
import type { Conversation, Member } from '../../harness/teams/people.ts';
import { customerTenant, hostTenant } from '../../harness/teams/teams.ts';
import { buttonOf, openTeamsStage, type TeamsStage, wordsOf } from './stage.ts';

/** Somebody outside the vendor, or of it without a part in this, and where they try. */
interface Actor {
  readonly name: string;
  readonly member: Member;
  readonly where: readonly Conversation[];
  readonly side: 'vendor' | 'outside';
}

let stage: TeamsStage;
let actors: readonly Actor[];
beforeAll(async () => {
  stage = await openTeamsStage();
  const { teams, cast, rooms } = stage;
  const visitor = teams.person({ name: 'Vera', guestOf: hostTenant, tenant: customerTenant });
  const stranger = teams.person({ name: 'Sam', tenant: '0f0f0f0f-0000-4000-8000-00000000000f' });
  rooms.shared.members = [...rooms.shared.members, visitor];
  rooms.lakeside.members = [...rooms.lakeside.members, stranger];
  const outside = (name: string, member: Member, room: Conversation): Actor => ({
    name,
    member,
    where: [room, teams.personal(member)],
    side: 'outside',
  });
  actors = [
    outside("the customer's leader", cast.lead, rooms.shared),
    outside('a listed guest', cast.guest, rooms.shared),
    outside('a guest nobody knows', visitor, rooms.shared),
    outside("another customer's leader", cast.other, rooms.lakeside),
    outside('somebody of a company nobody knows', stranger, rooms.lakeside),
    {
      name: 'a colleague who was not called',
      member: cast.backup,
      where: [rooms.personal(cast.backup)],
      side: 'vendor',
    },
  ];
  await say(cast.advocate, rooms.personal(cast.advocate), 'help');
  await say(cast.lead, rooms.shared, 'page, the ledger is down');
});
afterAll(() => stage.close());

async function say(member: Member, where: Conversation, text: string): Promise<void> {
  const scene = stage.teams.scene(member, where);
  const { status } = await stage.teams.deliver(messageOf(scene, { text, mention: true }));
  expect(status).toBe(200);
  await stage.runUntilIdle();
}

/** What only the vendor, the one who was called, or the manager may change. */
async function health() {
  const { client } = stage.ports.database;
  const pages = await client.page.findMany({ select: { state: true, ownerId: true } });
  return {
    pages,
    notes: await client.event.count({ where: { kind: 'note', authorId: { not: null } } }),
    steps: await client.milestone.findMany({ select: { id: true, state: true } }),
    promises: await client.vendorPromise.count(),
    // A customer may wish for other check-ins; that is written down as theirs.
    audits: await client.audit.count({ where: { action: { not: 'cadence.wish' } } }),
    pins: await client.cadence.findMany({
      select: { boundMin: true, boundMax: true, pinned: true },
    }),
    bound: await client.place.findMany({
      where: { customerId: { not: null } },
      select: { id: true, customerId: true, audience: true },
      orderBy: { id: 'asc' },
    }),
  };
}

const orders = [
  'log northwind: a note',
  'publish northwind: a note',
  'milestone northwind backup done',
  'cadence northwind daily',
  'promise northwind: a report by 18:00',
  'ack',
  'ack northwind',
  'update northwind: all is well',
  'resolve northwind: all is well',
  'reassign northwind Tom Adeyemi',
  'swap duty Idris Bello Tom Adeyemi',
  'undo',
  'audit northwind',
  'brief northwind',
  'portfolio',
  'place northwind-team is northwind, shared',
];

describe('words', () => {
  test('of the vendor, said by anybody else, change nothing and tell nothing', async () => {
    const before = await health();
    for (const { member, where, side } of actors.filter(one => one.side === 'outside')) {
      expect(side).toBe('outside');
      const all = where.flatMap(room =>
        orders.map(text => messageOf(stage.teams.scene(member, room), { text, mention: true })),
      );
      await Promise.all(all.map(activity => stage.teams.deliver(activity)));
    }
    await stage.runUntilIdle();
    expect(await health()).toEqual(before);
    const { teams, rooms } = stage;
    const read = [rooms.shared, rooms.lakeside, ...actors.flatMap(({ where }) => where)]
      .filter(({ id }) => id !== rooms.personal(stage.cast.backup).id)
      .flatMap(room => teams.seen(room).map(wordsOf));
    for (const words of read) expect(words).not.toMatch(/confidence|internal|audit/i);
    const lakeside = teams.seen(rooms.lakeside).map(wordsOf).join('\n');
    expect(lakeside).not.toMatch(/northwind/i);
  });
});

describe('buttons', () => {
  test('on a page work for whoever was called, and for nobody else who learns what is on them', async () => {
    const { teams, cast, rooms, runUntilIdle, ports } = stage;
    const chat = rooms.personal(cast.advocate);
    const card = teams.seen(chat).findLast(each => wordsOf(each).includes('[I have it]'));
    const data = buttonOf(card, 'page.acknowledge');
    const before = await health();
    for (const { member, where } of actors) {
      for (const room of where) {
        const scene = teams.scene(member, room);
        const { body } = await teams.deliver(pressOf(scene, { data, on: String(card?.id) }));
        expect(JSON.stringify(body)).not.toMatch(/ledger is down/);
      }
    }
    await runUntilIdle();
    expect(await health()).toEqual(before);
    const press = pressOf(teams.scene(cast.advocate, chat), { data, on: String(card?.id) });
    const { body } = await teams.deliver(press);
    expect(JSON.stringify(body)).toContain('You have it');
    await runUntilIdle();
    const page = await ports.database.client.page.findFirst();
    expect(page).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
  });
});

describe('forms and menus', () => {
  test('open for the vendor alone, and a submit that was made up is refused as well', async () => {
    const { teams } = stage;
    const before = await health();
    for (const { member, where } of actors.filter(one => one.side === 'outside')) {
      for (const form of formNames) {
        const [room] = where;
        if (!room) continue;
        const handrail = { form, nonce: 'made-up' };
        const fetched = invokeOf(teams.scene(member, room), 'task/fetch', {
          data: { handrail: { ...handrail, do: 'open-form' } },
        });
        const submitted = invokeOf(teams.scene(member, room), 'task/submit', {
          data: {
            handrail: { ...handrail, do: 'submit-form' },
            customer: 'northwind',
            text: 'a note',
            readers: 'customer',
            words: 'come',
          },
        });
        for (const activity of [fetched, submitted]) {
          const { body } = await teams.deliver(activity);
          expect(body).toEqual({
            task: { type: 'message', value: "I can't help with that here." },
          });
        }
      }
    }
    await stage.runUntilIdle();
    expect(await health()).toEqual(before);
  });

  test('"Add to timeline" by a customer adds nothing; "Page about this" fetches a human', async () => {
    const { teams, cast, rooms, ports, runUntilIdle } = stage;
    await ports.database.client.page.updateMany({
      data: { state: 'resolved', resolvedAt: ports.clock.now(), openKey: null, dueAt: null },
    });
    const message = { id: '1771', text: 'the totals look odd', author: cast.guest };
    const pick = (commandId: string) =>
      teams.deliver(
        messageAction(teams.scene(cast.lead, rooms.shared), {
          name: 'composeExtension/fetchTask',
          commandId,
          message,
        }),
      );
    const notes = (await health()).notes;
    await pick('handrail_log');
    await pick('handrail_publish');
    await runUntilIdle();
    expect((await health()).notes).toBe(notes);
    await pick('handrail_page');
    await runUntilIdle();
    expect(await ports.database.client.page.count({ where: { state: 'open' } })).toBe(1);
  });
});
