import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { noteWays } from '../../../src/reach/note-ways.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { hour, minute } from '../../../src/shared/time.ts';
import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  vendorPerson,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const [mobile, desk] = ['+447700900101', '+447700900102'];

let world: TestWorld;

beforeEach(async () => {
  const setup = buildNorthwind();
  const contact = [
    { via: 'chat' },
    { via: 'sms', to: mobile },
    { via: 'voice', to: desk, after: '2m' },
  ];
  const changed = [
    vendorPerson('adv-1', { contact }),
    vendorPerson('adv-2', { contact: [{ via: 'chat' }, { via: 'sms', to: desk }] }),
    vendorPerson('mgr-1', { contact: [] }),
  ];
  const people = setup.people.map(one => changed.find(({ id }) => id === one.id) ?? one);
  world = await openTestWorld({ ...setup, people }, { at: '2026-03-10T14:00:00Z' });
  await noteWays(world.stage.world.ports.database, ['sms', 'voice']);
});

afterEach(() => world.close());

const asked = async (personId: string, words: string) =>
  (await world.says(personId, null, words)).map(({ text }) => text).join('\n');
const codesOf = (personId: string) =>
  world
    .seen(personId)
    .filter(({ via, text }) => via !== 'chat' && /code is/.test(text))
    .map(({ via, text }) => ({ via, code: text.replace(/[\s,]/g, '').match(/\d{6}/)?.[0] ?? '' }));
const usedFor = async (personId: string) => {
  await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
  await world.pass(3 * minute);
  const calls = await world.stage.world.ports.database.client.pageCall.findMany({
    where: { personId },
  });
  return calls.map(({ via }) => via).sort();
};

describe('a number written down by somebody else', () => {
  test('is used only until its owner has confirmed one of theirs, by a code that went there', async () => {
    const told = await asked('adv-1', 'test my phone');
    expect(told).toContain('text message to …0101: not confirmed');
    const [text, call] = codesOf('adv-1');
    expect([text?.via, call?.via]).toEqual(['sms', 'voice']);
    expect(await asked('adv-1', `verify ${text?.code}`)).toContain(
      'Confirmed: text message to …0101',
    );
    expect(await asked('adv-1', `verify ${text?.code}`)).toContain('does not fit');
    expect(await asked('adv-1', 'test my sms')).toContain(
      'text message to …0101: confirmed. Last message',
    );
    expect(await usedFor('adv-1')).toEqual(['chat', 'sms']);
  });

  test('is used while nothing of theirs is confirmed', async () => {
    expect(await usedFor('adv-1')).toEqual(['chat', 'sms', 'voice']);
  });

  test('is confirmed by nobody else, by no guess and by no old code', async () => {
    await asked('adv-1', 'test my phone');
    const codes = codesOf('adv-1').map(({ code }) => code);
    for (const code of codes)
      expect(await asked('adv-2', `verify ${code}`)).toContain('No code is on its way');
    await asked('adv-2', 'test my phone');
    for (const code of codes)
      expect(await asked('adv-2', `verify ${code}`)).toContain('does not fit');
    const guesses = ['000001', '000002', '000003', '000004', '000005'].filter(
      one => !codes.includes(one),
    );
    for (const guess of guesses) await asked('adv-1', `verify ${guess}`);
    expect(await asked('adv-1', `verify ${codes[0]}`)).toContain('No code is on its way');
    await world.pass(minute);
    await asked('adv-1', 'test my phone');
    const fresh = codesOf('adv-1').at(-1)?.code;
    await world.pass(16 * minute);
    expect(await asked('adv-1', `verify ${fresh}`)).toContain('No code is on its way');
    expect(await world.stage.world.ports.database.client.contactProof.count()).toBe(0);
  });

  test('is rung for a test once a minute and six times an hour at most', async () => {
    expect(await asked('adv-2', 'test my phone')).toContain('A code is on its way');
    expect(await asked('adv-2', 'test my phone')).toContain('Try again in a minute');
    for (let times = 0; times < 8; times += 1) {
      await world.pass(minute);
      await asked('adv-2', 'test my phone');
    }
    expect(codesOf('adv-2')).toHaveLength(6);
    await world.pass(hour);
    expect(await asked('adv-2', 'test my phone')).toContain('A code is on its way');
  });
});

describe('readiness', () => {
  test('says who may be called in vain, and why', async () => {
    const told = await asked('adv-1', 'readiness');
    expect(told).toContain('Helen Marsh may be called, and nothing reaches them');
    expect(told).toMatch(/has confirmed none of their numbers/);
  });

  test('is told unasked to whoever lacks something and to their manager, in their hours and once', async () => {
    await world.pass(24 * hour);
    const own = world.seen('adv-1').filter(({ text }) => text.includes('none of your numbers'));
    expect(own).toHaveLength(1);
    const managers = world.seen('mgr-1').filter(({ text }) => text.includes('has confirmed none'));
    expect(managers.length).toBeGreaterThan(0);
    await world.pass(8 * 24 * hour);
    expect(
      world.seen('adv-1').filter(({ text }) => text.includes('none of your numbers')),
    ).toHaveLength(1);
  });

  test('a level that nobody can be reached on is passed at once', async () => {
    await world.says('lead-1', 'northwind-shared', 'page: the ledger is down');
    await world.pass(40 * minute);
    const calls = await world.stage.world.ports.database.client.pageCall.findMany();
    expect(calls.filter(({ personId }) => personId === 'mgr-1')).toEqual([]);
  });
});

describe('a customer’s ladder', () => {
  test('is told level by level, and in the words in which one asks for it', async () => {
    const told = await asked('adv-1', 'who can be reached tonight for northwind?');
    expect(told).toContain('⚠️ On no level can I rely on waking anybody.');
    expect(told).toMatch(/Level 1: Nora Whitfield: chat, text message, call, and has confirmed/);
    await asked('adv-1', 'test my phone');
    const [text] = codesOf('adv-1');
    await asked('adv-1', `verify ${text?.code}`);
    const after = await asked('mgr-1', 'readiness northwind');
    expect(after).toContain('✅ Level 1: Nora Whitfield: chat, text message.');
    expect(after).toMatch(/⚠️ On \d of \d levels/);
    expect(await asked('lead-1', 'readiness northwind')).not.toContain('Level 1');
  });

  test('is looked at before its window, and what is missing is told to its manager: ahead in their hours, then at once', async () => {
    const window = { from: '2026-03-14T18:00:00-04:00', until: '2026-03-15T06:00:00-04:00' };
    const setup = buildNorthwind({
      customers: [buildCustomer({ transitions: [buildGoLive({ window, milestones: [] })] })],
    });
    const phone = [{ via: 'chat' }, { via: 'sms', to: mobile }];
    const people = setup.people.map(one =>
      one.id === 'adv-1' ? vendorPerson('adv-1', { contact: phone }) : one,
    );
    await world.trip(trip => importSetup(trip, setupFrom({ ...setup, people })));
    const told = () =>
      world
        .seen('mgr-1')
        .filter(
          ({ message, text }) => message === 'shift' && text.includes('not every level reaches'),
        );
    await world.at('2026-03-11T21:59:00Z');
    expect(told()).toEqual([]);
    await world.at('2026-03-12T09:30:00Z');
    const morning = world.seen('mgr-1').filter(({ text }) => text.includes('ERP go-live'));
    expect(morning.map(({ text }) => text).join()).toContain('On no level can I rely on');
    await world.at('2026-03-14T17:59:00Z');
    expect(told()).toEqual([]);
    await world.at('2026-03-14T18:00:00Z');
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain('Level 1: Nora Whitfield: chat, text message, and has');
    await world.at('2026-03-16T09:00:00Z');
    expect(told()).toHaveLength(1);
  });
});
