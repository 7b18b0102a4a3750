import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { leave } from '../../../src/customers/leave.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  type SetupMapping,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const theirWords = 'zanzibar';
const ourWords = 'quagga';
const elsewhere = 'ibex';

/** Works for Northwind and Lakeside, and is in none of their places but Lakeside's. */
const kestrel = {
  id: 'kestrel-1',
  name: 'Ada Kestrel',
  side: 'partner',
  customers: ['northwind', 'lakeside'],
  timeZone: 'Europe/London',
};
/** Works for Lakeside alone. */
const heron = { ...kestrel, id: 'heron-1', name: 'Bo Heron', customers: ['lakeside'] };

let world: TestWorld;
let setup: SetupMapping;
beforeEach(async () => {
  const whole = buildNorthwind();
  const [northwind = buildCustomer()] = whole.customers;
  const people = { advocate: 'adv-2', backup: 'adv-1', manager: 'mgr-2', leader: 'lead-2' };
  const lakeside = {
    ...buildCustomer({
      id: 'lakeside',
      name: 'Lakeside',
      people,
      places: [{ id: 'lakeside-shared', audience: 'shared', partners: ['kestrel-1'] }],
      transitions: [buildGoLive({ id: 'till', name: 'Till go-live' })],
    }),
    escalation: 'ladder-l',
  };
  const ours = [
    { id: 'adv-2', name: 'Tom Adeyemi', side: 'vendor', timeZone: 'Europe/London' },
    { id: 'mgr-2', name: 'Otto Brandt', side: 'vendor', timeZone: 'Europe/London' },
    { id: 'lead-2', name: 'Zuleika Quist', side: 'customer', customer: 'lakeside' },
  ].filter(({ id }) => whole.people.every(person => person.id !== id));
  const ladder = (id: string) => ({
    id,
    levels: [
      { to: ['advocate'], wait: '5m' },
      { to: ['kestrel-1'], wait: '5m' },
      { to: ['manager'], wait: '10m' },
    ],
    repeat: 3,
  });
  setup = {
    ...whole,
    people: [...whole.people, ...ours, kestrel, heron],
    customers: [{ ...northwind, escalation: 'ladder-n' }, lakeside],
    escalations: [...whole.escalations, ladder('ladder-n'), ladder('ladder-l')],
  };
  world = await openTestWorld({ ...setup }, { at: '2026-03-05T14:00:00Z' });
});
afterEach(() => world.close());

const read = (personId: string) =>
  world
    .seen(personId)
    .map(({ text }) => text)
    .join('\n');

test('what is handed to a partner carries what they need, comes back with what they found, and nothing else', async () => {
  await world.says('adv-1', null, `log northwind: ${ourWords} margin is thin`);
  await world.mutters('lead-1', 'northwind-shared', `the ${theirWords} labels are a mess`);
  const given = await world.says('adv-1', null, 'hand northwind: the label printers to Kestrel');
  expect(given.at(-1)?.text).toContain('Ada Kestrel has “the label printers”');
  expect(world.seen('kestrel-1').at(-1)?.text).toMatch(
    /Northwind: Nora Whitfield hands you “the label printers”.*Questions go to Nora Whitfield/s,
  );
  await world.says('kestrel-1', null, 'back: a worn ribbon, they print again');
  expect(read('adv-1')).toMatch(/Ada Kestrel hands back “the label printers”.*a worn ribbon/s);
  expect(read('kestrel-1')).not.toMatch(new RegExp(`${theirWords}|${ourWords}`));
  const refused = await world.says('adv-1', null, 'hand northwind: the label printers to Heron');
  expect(refused.at(-1)?.text).toContain('Nobody called "Heron" works for Northwind');
  expect(read('heron-1')).toBe('');
});

test('a step that is handed over is theirs to report, and nobody else’s of a partner', async () => {
  await world.says('adv-1', null, 'hand northwind: backup to Kestrel');
  expect(read('kestrel-1')).toContain('Step: Back up the old system');
  await world.says('heron-1', null, 'back up the old system underway');
  await world.says('kestrel-1', null, 'back up the old system underway');
  const { client } = world.stage.world.ports.database;
  const steps = await client.milestone.findMany({ where: { key: 'backup' } });
  expect(steps.map(({ customerId, state }) => [customerId, state])).toEqual(
    expect.arrayContaining([['northwind', 'underway']]),
  );
  expect(steps.filter(({ state }) => state === 'underway')).toHaveLength(1);
});

test('a partner on a ladder is called without a word they have not read, has it, and gives it back', async () => {
  await world.says('lead-1', 'northwind-shared', `page: the ${theirWords} labels do not print`);
  await world.pass(6 * 60_000);
  expect(read('kestrel-1')).toContain('Northwind needs somebody');
  await world.says('kestrel-1', null, 'I have it');
  const { client } = world.stage.world.ports.database;
  expect(await client.page.findFirst()).toMatchObject({ ownerId: 'kestrel-1' });
  await world.says('lead-1', 'northwind-shared', `now the ${theirWords} scales as well`);
  await world.pass(40 * 60_000);
  await world.says('kestrel-1', null, 'back: the spooler was full');
  await world.pass(60_000);
  expect((await client.page.findFirst())?.ownerId).not.toBe('kestrel-1');
  expect(read('kestrel-1')).not.toContain(theirWords);
});

test('somebody who is in the place reads there what was said, and never across', async () => {
  await world.says('lead-1', 'northwind-shared', `page: the ${theirWords} labels do not print`);
  await world.says('lead-2', 'lakeside-shared', `page: the ${elsewhere} till is dead`);
  await world.pass(6 * 60_000);
  expect(read('kestrel-1')).toContain(elsewhere);
  expect(read('kestrel-1')).not.toContain(theirWords);
  for (const text of ["what's happening at Northwind?", 'brief northwind', 'mine', 'help'])
    await world.says('kestrel-1', null, text);
  for (const text of ['brief northwind', 'ack', 'back', 'status northwind', 'page Northwind'])
    await world.says('heron-1', null, text);
  expect(read('kestrel-1')).not.toContain(theirWords);
  expect(read('heron-1')).not.toMatch(new RegExp(`${theirWords}|${elsewhere}|Northwind`));
});

test('a guest of another customer is quoted to a partner without a name', async () => {
  await world.says('lead-2', 'lakeside-shared', 'I am worried about tomorrow');
  await world.says('lead-1', 'lakeside-shared', 'the tills are slow as well');
  await world.says('lead-2', 'lakeside-shared', 'page');
  await world.pass(6 * 60_000);
  const guest = await client().person.findUniqueOrThrow({ where: { id: 'lead-1' } });
  expect(read('kestrel-1')).toContain('a guest: the tills are slow as well');
  expect(read('kestrel-1')).not.toContain(guest.name);
});

const client = () => world.stage.world.ports.database.client;
const pageOf = (customerId: string) => client().page.findFirstOrThrow({ where: { customerId } });

test('a denied, hoped or half-done step stays as it is, and the words reach the advocate', async () => {
  await world.says('adv-1', null, 'hand northwind: backup to Kestrel');
  for (const text of [
    'Northwind: back up the old system is not done',
    'I hope Northwind back up the old system is done',
    'back up the old system half done at Northwind',
  ])
    await world.says('kestrel-1', null, text);
  await world.says('kestrel-1', null, 'old system done');
  const steps = await client().milestone.findMany({ where: { key: 'backup' } });
  expect(steps.map(({ state }) => state)).toEqual(steps.map(() => 'planned'));
  expect(read('kestrel-1')).toContain('Nothing is noted yet: "Back up the old system done"');
  expect(await client().task.count({ where: { kind: 'partner' } })).toBe(3);
});

test('urgent words of a partner call somebody, and without a name they wait for it', async () => {
  const [asked] = await world.says('kestrel-1', null, 'Help! The line is dead, get somebody now');
  expect(asked?.text).toContain('For whom is that?');
  expect(await client().page.count()).toBe(0);
  await world.says('kestrel-1', null, 'Northwind');
  expect(await pageOf('northwind')).toMatchObject({
    reason: expect.stringContaining('The line is dead'),
  });
  expect(await client().page.count()).toBe(1);
  await world.says('heron-1', null, "Resolved? No, it's down again");
  expect(await pageOf('lakeside')).toMatchObject({ state: 'open' });
});

test('urgent words that never say for whom call somebody within minutes, once, and the answer still counts', async () => {
  await world.says('kestrel-1', null, 'Help! The line is dead, get somebody now');
  await world.pass(2 * 60_000);
  await world.says('kestrel-1', null, 'Hello? We need somebody urgently');
  expect(await client().page.count()).toBe(0);
  await world.pass(61_000);
  const [called, ...others] = await client().page.findMany();
  expect(others).toEqual([]);
  expect(called?.reason).toMatch(/The line is dead.*has not said which one/s);
  expect(called?.reason).not.toMatch(/Northwind|Lakeside/);
  expect(read(called?.customerId === 'lakeside' ? 'adv-2' : 'adv-1')).toContain('The line is dead');
  const other = called?.customerId === 'lakeside' ? 'northwind' : 'lakeside';
  await world.says('kestrel-1', null, other);
  expect(await pageOf(other)).toMatchObject({ reason: expect.stringContaining('line is dead') });
  expect(world.facts(called?.customerId ?? '').map(({ text }) => text)).toContain(
    'Ada Kestrel added to the page: It is about another customer, and somebody is called there.',
  );
  await world.pass(60 * 60_000);
  expect(await client().page.count()).toBe(2);
});

test('urgent words whose page was closed before the answer came ring anew with all of them', async () => {
  await world.says('kestrel-1', null, 'Help! The line is dead, get somebody now');
  await world.pass(4 * 60_000);
  const called = await client().page.findFirstOrThrow();
  const [owner, name] =
    called.customerId === 'lakeside' ? ['adv-2', 'Lakeside'] : ['adv-1', 'Northwind'];
  await world.says(owner ?? '', null, 'ack');
  await world.says(owner ?? '', null, 'resolve: nothing is wrong here');
  await world.says('kestrel-1', null, name ?? '');
  const open = await client().page.findFirstOrThrow({ where: { resolvedAt: null } });
  expect(open.reason).toContain('The line is dead');
});

test('a second cry that names another customer does not say that the first was about it', async () => {
  await world.says('kestrel-1', null, 'Help! The line is dead, get somebody now');
  await world.pass(4 * 60_000);
  const first = await client().page.findFirstOrThrow();
  const other = first.customerId === 'lakeside' ? 'Northwind' : 'Lakeside';
  await world.says('kestrel-1', null, `${other}: we need somebody urgently, the scales are dead`);
  expect(await client().page.count({ where: { resolvedAt: null } })).toBe(2);
  const told = world.facts(first.customerId).map(({ text }) => text);
  expect(told.join('\n')).not.toContain('It is about another customer');
  expect(told.join('\n')).toContain('Ask them whether anything is wrong here as well');
});

test('urgent words of a partner call nobody for a customer they no longer work for', async () => {
  await world.says('kestrel-1', null, 'Help! The line is dead, get somebody now');
  await client().person.update({ where: { id: 'kestrel-1' }, data: { partnerOf: ['northwind'] } });
  await world.pass(4 * 60_000);
  const [called, ...others] = await client().page.findMany();
  expect(others).toEqual([]);
  expect(called).toMatchObject({ customerId: 'northwind' });
  expect(called?.reason).not.toContain('has not said which one');
});

test('urgent words that name two customers call somebody for each', async () => {
  await world.says('kestrel-1', null, 'Northwind and Lakeside are both down, get somebody now');
  const pages = await client().page.findMany({ select: { customerId: true } });
  expect(pages.map(({ customerId }) => customerId).sort()).toEqual(['lakeside', 'northwind']);
});

test('a partner who has the page and calls for somebody is not left alone with it', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.pass(6 * 60_000);
  await world.says('kestrel-1', null, 'I have it');
  await world.says('kestrel-1', null, 'Northwind: we need somebody urgently');
  expect(read('kestrel-1')).toContain("I'm getting somebody now.");
  expect(await pageOf('northwind')).toMatchObject({ state: 'open', ownerId: null });
  const { id: pageId } = await pageOf('northwind');
  const ringing = { pageId, state: 'called', personId: { not: 'kestrel-1' } };
  expect(await client().pageCall.count({ where: ringing })).toBeGreaterThan(0);
});

test('a page a colleague has meanwhile stays with them when a partner hands it back', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.says('adv-1', null, 'hand northwind: the page to Kestrel');
  await world.says('adv-1', null, 'ack northwind');
  const { ownerId } = await pageOf('northwind');
  await world.says('kestrel-1', null, 'back: a worn ribbon');
  expect(read('kestrel-1')).toContain('One of us has it already, and keeps it.');
  expect(ownerId).toBe('adv-1');
  expect(await pageOf('northwind')).toMatchObject({ state: 'acknowledged', ownerId });
});

test('a page whose giver has left goes to whoever the ladder calls', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.says('adv-1', null, 'hand northwind: the page to Kestrel');
  await world.pass(60_000);
  await world.says('kestrel-1', null, 'I have it');
  const giver = { where: { id: 'adv-1' }, data: { active: false } };
  await client().person.update(giver);
  await world.says('kestrel-1', null, 'back: a worn ribbon');
  expect(read('kestrel-1')).toContain('It is with us again.');
  await world.pass(60_000);
  const { id, ownerId } = await pageOf('northwind');
  expect(ownerId).toBeNull();
  const ringing = await client().pageCall.findMany({ where: { pageId: id, state: 'called' } });
  expect(ringing.map(({ personId }) => personId).filter(each => each !== 'kestrel-1')).not.toEqual(
    [],
  );
});

test('where two pages ring it is asked which, and a pressed card hands back its own', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.says('lead-2', 'lakeside-shared', 'page: the till is dead');
  await world.pass(6 * 60_000);
  const [asked] = await world.says('kestrel-1', null, 'I have it');
  expect(asked?.text).toMatch(/Which one\?.*Lakeside, since.*Northwind, since/s);
  await world.says('kestrel-1', null, 'I have it: Northwind');
  expect(read('kestrel-1')).toContain('Northwind: you have it.');
  await world.says('kestrel-1', null, 'I have it');
  expect((await pageOf('lakeside')).ownerId).toBe('kestrel-1');
  await world.presses('kestrel-1', 'page.reassign');
  const owners = [await pageOf('northwind'), await pageOf('lakeside')].map(page => page.ownerId);
  expect(owners.filter(owner => owner === 'kestrel-1')).toHaveLength(1);
});

test('a page is not handed to a partner whom no chat reaches, and its giver reads so', async () => {
  await client().person.update({ where: { id: 'heron-1' }, data: { contact: [] } });
  await world.says('lead-2', 'lakeside-shared', 'page: the till is dead');
  const [said] = await world.says('adv-2', null, 'hand lakeside: the page to Heron');
  expect(said?.text).toContain('Bo Heron is not called');
  expect(await client().partnerMatter.count()).toBe(0);
  expect(await client().pageCall.count({ where: { personId: 'heron-1' } })).toBe(0);
});

test('a partner who leaves hands everything back to us: the page rings on, the rest is said, and their cry is heard', async () => {
  await world.says('adv-1', null, 'hand northwind: backup to Kestrel');
  await world.says('adv-1', null, 'hand northwind: the label printers to Kestrel');
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.pass(6 * 60_000);
  await world.says('kestrel-1', null, 'I have it');
  await world.says('kestrel-1', null, 'Help! The line is dead, get somebody now');
  await world.trip(trip => leave(trip, ['kestrel-1']));
  await world.pass(60_000);
  expect(await pageOf('northwind')).toMatchObject({ state: 'open', ownerId: null });
  const page = await pageOf('northwind');
  const words = await client().event.findMany({ where: { customerId: 'northwind' } });
  expect(words.map(({ text }) => text).join()).toContain('The line is dead');
  expect(read('adv-1')).toMatch(
    /Ada Kestrel \(partner\) is no longer there for Northwind\. Theirs was: the page.*“Back up the old system”, “the label printers”\. It is with us again/,
  );
  expect(
    await client().milestone.findFirst({ where: { key: 'backup', customerId: 'northwind' } }),
  ).toMatchObject({ ownerId: 'adv-1', ownedBy: 'vendor' });
  const before = read('kestrel-1');
  await world.says('kestrel-1', null, 'I have it');
  await world.pass(30 * 60_000);
  expect(read('kestrel-1')).toBe(before);
  expect(page.id).toBe((await pageOf('northwind')).id);
});

test('a partner who works for one customer less keeps what they have of the other', async () => {
  await world.says('adv-1', null, 'hand northwind: the label printers to Kestrel');
  await world.says('adv-2', null, 'hand lakeside: the till drawers to Kestrel');
  const people = setup.people.map(one =>
    one.id === 'kestrel-1' ? { ...one, customers: ['lakeside'] } : one,
  );
  const customers = setup.customers.map(one => ({ ...one, escalation: 'default' }));
  const escalations = setup.escalations.filter(({ id }) => id === 'default');
  const less = setupFrom({ ...setup, people, customers, escalations });
  await world.trip(trip => importSetup(trip, less));
  await world.pass(60_000);
  expect(read('adv-1')).toContain(
    'no longer there for Northwind. Theirs was: “the label printers”',
  );
  expect(read('adv-2')).not.toContain('no longer there');
  const [mine] = await world.says('kestrel-1', null, 'mine');
  expect(mine?.text).toContain('the till drawers');
  expect(mine?.text).not.toContain('label printers');
});

test('who no longer works for a customer reads nothing of what was theirs there', async () => {
  await world.says('adv-1', null, 'hand northwind: backup to Kestrel');
  await world.says('lead-1', 'northwind-shared', 'page: nothing prints');
  await world.pass(6 * 60_000);
  await world.says('kestrel-1', null, 'what is open?');
  expect(world.seen('kestrel-1').at(-1)?.text).toMatch(
    /Northwind needs somebody.*Handed to you: “backup”.*Step: Back up the old system/s,
  );
  await client().person.update({ where: { id: 'kestrel-1' }, data: { partnerOf: ['lakeside'] } });
  await world.says('kestrel-1', null, 'what is open?');
  expect(world.seen('kestrel-1').at(-1)?.text).toBe('You have nothing of ours at the moment.');
});

test('urgent words that named nobody are called off by who wrote them: before anybody is called nobody is, and later those called read it', async () => {
  await world.says('kestrel-1', null, 'the printers are on fire, somebody come now');
  const [off] = await world.says('kestrel-1', null, 'false alarm, it was a lamp');
  expect(off?.text).toContain('It is called off: I get nobody.');
  await world.pass(10 * 60_000);
  const pages = () => world.stage.world.ports.database.client.page.count();
  expect(await pages()).toBe(0);
  await world.says('kestrel-1', null, 'the printers are on fire, somebody come now');
  await world.pass(4 * 60_000);
  expect(await pages()).toBe(1);
  await world.says('kestrel-1', null, 'false alarm, it was a lamp');
  expect(read('kestrel-1')).toContain('Somebody was called already.');
  expect(read('adv-1') + read('adv-2')).toContain('calls it off');
  const { client } = world.stage.world.ports.database;
  expect(await client.page.findMany()).not.toMatchObject([{ state: 'resolved' }]);
  const [none] = await world.says('kestrel-1', null, 'false alarm, it was a lamp');
  expect(none?.text).not.toContain('called off');
});

test('a partner who writes in their language is answered, handed and called in it', async () => {
  const asked = 'Was muss ich heute bei Ihnen noch erledigen, gibt es etwas Neues für uns?';
  await world.says('kestrel-1', null, asked);
  await world.says('adv-1', null, 'hand northwind: the label printers to Kestrel');
  expect(world.seen('kestrel-1').at(-1)?.text).toMatch(
    /Nora Whitfield übergibt Ihnen „the label printers“.*Fragen gehen an Nora Whitfield/s,
  );
  await world.says('kestrel-1', null, 'back: das Farbband war ganz verschlissen');
  expect(world.seen('kestrel-1').at(-1)?.text).toBe('Danke. Es liegt wieder bei uns.');
});

test('who handed a page back and is called again has one card with buttons, the newest', async () => {
  await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
  await world.pass(6 * 60_000);
  await world.presses('kestrel-1', 'page.reassign');
  await world.pass(16 * 60_000);
  const calls = world.seen('kestrel-1').filter(line => line.message === 'page' && !line.edited);
  expect(calls).toHaveLength(2);
  const [first] = calls;
  const newest = world.seen('kestrel-1').findLast(line => line.messageId === first?.messageId);
  expect(newest?.text).toContain('I called you again since');
  expect(newest?.actions).toEqual([]);
});
