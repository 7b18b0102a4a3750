import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { leave } from '../../../src/customers/leave.ts';
import { addPhone } from '../../../src/reach/add-phone.ts';
import { invitePhone } from '../../../src/reach/invite-phone.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { prune } from '../../../src/setup/prune.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { buildCustomer, buildNorthwind, type SetupMapping } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-04T10:00:00-05:00' });
});
afterEach(() => world.close());

const client = () => world.stage.world.ports.database.client;
const load = (setup: SetupMapping) =>
  world.trip(trip => importSetup(trip, setupFrom({ ...setup })));
const texts = (to: string) => world.seen(to).map(({ text }) => text);
const last = (to: string) => texts(to).at(-1) ?? '';

/** The setup file with this person said to be gone. */
function without(personId: string, over: Partial<SetupMapping> = {}): SetupMapping {
  const setup = buildNorthwind(over);
  const people = setup.people.map(one => (one.id === personId ? { ...one, active: false } : one));
  return { ...setup, people };
}

describe('somebody of the vendor leaves', () => {
  test('a page they had goes to whoever is next at once, and the customer reads that nobody has it yet', async () => {
    await world.says('lead-1', 'northwind-shared', 'page: the till is down');
    await world.presses('adv-1', 'page.acknowledge');
    expect(texts('northwind-shared').at(-1)).toContain('Nora Whitfield has it');
    const before = world.seen('eng-1').length;
    await load(without('adv-1'));
    expect(world.seen('eng-1').length).toBeGreaterThan(before);
    expect(last('eng-1')).toContain('the till is down');
    expect(await client().page.findMany()).toMatchObject([{ state: 'open', ownerId: null }]);
    expect(world.facts('northwind').map(({ text }) => text)).toContain(
      'Nora Whitfield has left; the page goes on',
    );
  });

  test('a brief that still speaks of them says that they left', async () => {
    const customers = [{ ...buildCustomer(), brief: 'Nora knows the night batch best' }];
    await load(without('adv-1', { customers }));
    await world.says('adv-2', null, 'brief northwind');
    expect(last('adv-2')).toContain('The brief speaks of Nora Whitfield, who left');
  });

  test('who reads a brief again reads first what changed: who came, who left, and what happened', async () => {
    const [first] = await world.says('adv-2', null, 'brief northwind');
    expect(first?.text).not.toContain('Changed');
    const [same] = await world.says('adv-2', null, 'brief northwind');
    expect(same?.text).toContain('Changed: Nothing since you read this');
    await world.pass(60_000);
    await world.says('lead-1', 'northwind-shared', 'page: the till is down');
    await world.says('adv-1', null, 'log northwind: they have a second till');
    const grace = { id: 'grace-1', name: 'Grace Lin', side: 'customer', customer: 'northwind' };
    const later = without('lead-1');
    await load({ ...later, people: [...later.people, grace] });
    const [again] = await world.says('adv-2', null, 'brief northwind');
    expect(again?.text).toMatch(
      /Changed: Since you read this, .*: new here: Grace Lin, no longer here: Daniel Reyes, 1 × page raised, .*1 × note/,
    );
    const [others] = await world.says('mgr-1', null, 'brief northwind');
    expect(others?.text).not.toContain('Changed');
  });

  test('nothing is said to them any more, and what they say or press is nothing', async () => {
    await world.says('lead-1', 'northwind-shared', 'page: the till is down');
    await load(without('adv-1'));
    const [page] = await client().page.findMany();
    const before = texts('adv-1').length;
    await world.stage.world.receive({
      id: 'late-press',
      from: { platform: 'local', workspace: 'local', user: 'adv-1' },
      in: null,
      said: { kind: 'press', action: 'page.acknowledge', subject: page?.id ?? '', messageId: null },
      addressed: true,
      threadOf: null,
      ref: 'late',
    });
    await world.says('adv-1', null, 'log northwind: something from outside');
    await world.pass(60 * 60_000);
    expect(texts('adv-1')).toHaveLength(before);
    expect(await client().page.findMany()).not.toMatchObject([{ ownerId: 'adv-1' }]);
    expect(
      world
        .facts('northwind')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('from outside');
  });

  test('a thank-you that waited for their morning is told to whoever looks after the customer now', async () => {
    await world.at('2026-03-04T18:00:00-05:00');
    await world.says('lead-1', 'northwind-shared', 'thank you, that was a great help today');
    await load(without('adv-1'));
    await world.at('2026-03-05T12:00:00Z');
    expect(texts('adv-1').join()).not.toContain('says thank you');
    const successor = (await client().customer.findFirstOrThrow()).backupId ?? 'mgr-1';
    expect(texts(successor).join()).toContain('Daniel Reyes (Northwind) says thank you');
  });

  test('their numbers, phones and codes are forgotten, and no file brings them back while they are gone', async () => {
    const mobile = '+447700900101';
    const contact = [{ via: 'chat' }, { via: 'sms', to: mobile }, { via: 'push' }];
    const reached = (setup: SetupMapping): SetupMapping => ({
      ...setup,
      people: setup.people.map(one =>
        one.id === 'adv-1'
          ? { ...one, contact, leave: 'https://calendar.example.com/nora.ics' }
          : one,
      ),
    });
    await load(reached(buildNorthwind()));
    await world.says('adv-1', null, 'test my phone');
    const token = await world.trip(trip => invitePhone(trip, 'adv-1'));
    const subscription = { endpoint: 'https://push.example/1', publicKey: 'k', secret: 's' };
    await world.trip(trip => addPhone(trip, { token, subscription }));
    const next = await world.trip(trip => invitePhone(trip, 'adv-1'));
    await world.says('lead-1', 'northwind-shared', 'page: the till is down');
    const everything = async () =>
      JSON.stringify([
        await client().person.findUnique({ where: { id: 'adv-1' } }),
        await client().absenceCalendar.findMany({ where: { personId: 'adv-1' } }),
        await client().contactProof.findMany(),
        await client().contactCode.findMany(),
        await client().pushPhone.findMany(),
        await client().pushInvitation.findMany(),
        await client().pageCall.findMany(),
        await client().message.findMany({ select: { address: true, sentTo: true } }),
      ]);
    expect(await everything()).toContain(mobile);
    const leaver = reached(without('adv-1'));
    await load(leaver);
    for (const word of [mobile, 'push.example', 'calendar.example', '"code"'])
      expect(await everything()).not.toContain(word);
    expect(await world.trip(trip => addPhone(trip, { token: next, subscription }))).toBe(false);
    const again = await load(leaver);
    expect(again.changed).toEqual([]);
    expect(await everything()).not.toContain(mobile);
    const back = leaver.people.map(one => (one.id === 'adv-1' ? { ...one, active: true } : one));
    await load({ ...leaver, people: back });
    expect(await everything()).toContain(mobile);
    expect(await client().contactProof.count()).toBe(0);
  });

  test('their tasks are with whoever looks after the customer now, and are closed for both', async () => {
    await world.says('adv-1', null, 'task northwind: call Daniel');
    await load(without('adv-1'));
    expect(last('adv-2')).toContain('call Daniel');
    await world.presses('adv-2', 'task.close');
    expect(last('adv-2')).toContain('Done by Tom Adeyemi');
    expect(await client().task.findMany()).toMatchObject([
      { assigneeId: 'adv-2', state: 'done', closedById: 'adv-2' },
    ]);
  });

  test('the manager is told, once, what was theirs and who has it now', async () => {
    await world.says('adv-1', null, 'task northwind: call Daniel');
    await world.says('lead-1', 'northwind-shared', 'page: the till is down');
    await load(without('adv-1'));
    const told = texts('mgr-1').filter(text => text.includes('no longer with us'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Nora Whitfield');
    expect(told[0]).toContain('advocate of Northwind');
    expect(told[0]).toContain('call Daniel (Northwind): Tom Adeyemi');
    await load(without('adv-1'));
    await world.pass(60 * 60_000);
    expect(texts('mgr-1').filter(text => text.includes('no longer with us'))).toHaveLength(1);
  });

  test('the same file may name who follows them, who then has it', async () => {
    await world.says('adv-1', null, 'task northwind: call Daniel');
    const { people } = buildCustomer();
    const next = buildCustomer({ people: { ...people, advocate: 'eng-1' } });
    await load(without('adv-1', { customers: [next] }));
    expect(last('eng-1')).toContain('call Daniel');
  });

  test('a task that comes up after they have left is somebody’s who is there', async () => {
    await load(without('adv-1'));
    await world.says('lead-1', 'northwind-shared', 'can you send us the price list?');
    const open = await client().task.findMany({ where: { state: 'open' } });
    expect(open.filter(({ assigneeId }) => assigneeId === 'adv-1')).toEqual([]);
  });

  test('whoever is back before anything was handed over keeps what was theirs', async () => {
    await world.says('adv-1', null, 'task northwind: call Daniel');
    const back = buildNorthwind();
    await world.trip(async trip => {
      await leave(trip, ['adv-1']);
      await importSetup(
        trip,
        setupFrom({
          ...back,
          people: back.people.map(one => (one.id === 'adv-1' ? { ...one, active: true } : one)),
        }),
      );
    });
    expect(await client().task.findMany()).toMatchObject([{ assigneeId: 'adv-1' }]);
    expect(texts('mgr-1').join()).not.toContain('no longer with us');
  });

  test('a file that does not say so brings nobody back', async () => {
    await load(without('adv-1'));
    const { changed } = await load(buildNorthwind());
    expect(changed).toEqual([]);
    expect(await client().person.findUnique({ where: { id: 'adv-1' } })).toMatchObject({
      active: false,
    });
  });
});

describe('somebody of a customer leaves', () => {
  test('the advocate is asked who is in the leader’s place, and they are nobody here any more', async () => {
    await load(without('lead-1'));
    expect(last('adv-1')).toContain('Daniel Reyes is no longer with Northwind');
    expect(last('adv-1')).toContain('name that person as leader');
    const pages = await client().page.count();
    await world.says('lead-1', 'northwind-shared', 'page: let me in');
    const [page] = await client().page.findMany({ orderBy: { raisedAt: 'desc' } });
    expect(page?.raisedById ?? null).not.toBe('lead-1');
    expect(pages).toBe(0);
  });
});

describe('import --prune', () => {
  test('whoever no file mentions any more has left; whoever was only recognised stays', async () => {
    const { database } = world.stage.world.ports;
    await client().person.create({
      data: {
        id: 'slack-t0vend-u0new',
        name: 'Vera',
        side: 'vendor',
        timeZone: 'UTC',
        contact: [],
        skills: [],
        identities: { create: { platform: 'slack', workspace: 'T0VEND', user: 'U0NEW' } },
      },
    });
    const setup = buildNorthwind();
    const kept = setup.people.filter(({ id }) => id !== 'sales-1' && id !== 'member-1');
    const people = { leader: 'lead-1', advocate: 'adv-1', backup: 'adv-2', manager: 'mgr-1' };
    const file = setupFrom({ ...setup, people: kept, customers: [buildCustomer({ people })] });
    await world.trip(trip => importSetup(trip, file));
    expect((await prune(database, [file])).left).toEqual(['member-1', 'sales-1']);
    await world.pass(1_000);
    expect((await prune(database, [file])).left).toEqual([]);
    expect(last('adv-1')).toContain('Grace Kim is no longer with Northwind');
    const here = await client().person.findMany({
      where: { active: true },
      orderBy: { id: 'asc' },
    });
    expect(here.map(({ id }) => id)).toContain('slack-t0vend-u0new');
  });
});
