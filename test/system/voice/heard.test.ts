import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { renderVoiceReport } from '../../../src/adapters/markup/voice-report.ts';
import { loadVoiceReport } from '../../../src/voice/load-report.ts';
import { buildCustomer, buildNorthwind, customerPerson } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  const base = buildNorthwind();
  const lakeside = buildCustomer({
    id: 'lakeside',
    people: { leader: 'lead-2', members: [], advocate: 'adv-2', backup: 'adv-1', manager: 'mgr-1' },
    transitions: [],
  });
  const setup = {
    ...base,
    people: [...base.people, customerPerson('lead-2', 'lakeside')],
    customers: [buildCustomer({ transitions: [] }), lakeside],
  };
  world = await openTestWorld(setup, { at: '2026-03-10T14:00:00Z' });
});
afterEach(() => world.close());

const day = 24 * 60 * 60_000;
const voices = (to: string) =>
  world.seen(to).filter(({ message, edited }) => message === 'voice' && !edited);

async function complain(): Promise<void> {
  await world.says(
    'lead-1',
    'northwind-shared',
    'I am disappointed that the month-end reports are so slow, this is not good enough',
  );
  await world.says(
    'lead-2',
    'lakeside-shared',
    'frankly it is unacceptable that your month-end reports take an hour',
  );
  await world.says(
    'member-1',
    null,
    'we are very unhappy that the month-end report is late every single time',
  );
}

test('what two customers complain of is one theme, and the manager is asked whose it is', async () => {
  await complain();
  const [all] = await world.says('mgr-1', null, 'voice');
  expect(all?.text).toContain(
    '1. “I am disappointed that the month-end reports are so slow, this is not…”: 3 times by 3 people of 2 customers. Nobody has it; open.',
  );
  const task = world
    .seen('mgr-1')
    .find(({ message, text }) => message === 'task' && text.includes('voice 1 owner'));
  expect(task?.text).toContain('by 2 customers');
  await world.says('mgr-1', null, 'voice 1 owner Nora');
  await world.says('adv-1', null, 'voice 1 is Reports at month-end');
  const [one] = await world.says('adv-1', null, 'voice 1');
  expect(one?.text).toContain('Reports at month-end');
  expect(one?.text).toContain('Nora Whitfield has it');
  expect(one?.text).toContain('Zuleika Quist, Lakeside (complaint): “frankly it is unacceptable');
  const [theirs] = await world.says('adv-1', 'northwind-team', 'voice 1');
  expect(theirs?.text).not.toContain('Zuleika');
});

test('those who said it are told what came of it, each in their own words and nobody in another’s', async () => {
  await complain();
  await world.pass(3 * day);
  await world.says('adv-1', null, 'voice 1 done: the reports open within a minute');
  await world.presses('adv-1', 'voice.tell');
  await world.presses('adv-1', 'voice.tell');
  await world.pass(5 * day);
  expect(voices('northwind-shared')).toHaveLength(1);
  expect(voices('lakeside-shared')).toHaveLength(1);
  expect(voices('member-1')).toHaveLength(1);
  const [northwind] = voices('northwind-shared');
  expect(northwind?.text).toContain('Daniel Reyes');
  expect(northwind?.text).toContain('so slow, this is not good enough');
  expect(northwind?.text).toContain('What is different now: the reports open within a minute.');
  expect(northwind?.text).not.toMatch(/Grace|every single time|frankly/);
  expect(voices('lakeside-shared')[0]?.text).not.toMatch(/not good enough|Northwind|Daniel/);
  expect(voices('member-1')[0]?.text).toContain('late every single time');
  await world.says(
    'lead-1',
    'northwind-shared',
    'I am disappointed, the month-end reports are slow again',
  );
  const [again] = await world.says('adv-1', null, 'voice 1');
  expect(again?.text).toContain('4 times');
  expect(again?.text).toContain('open');
  const { client } = world.stage.world.ports.database;
  expect(await client.audit.count({ where: { action: 'theme.finish', actorId: 'adv-1' } })).toBe(1);
});

test('the board reads it in one document: counted, quoted, decided, owed, and nothing in it is markup', async () => {
  await complain();
  await world.says(
    'lead-1',
    'northwind-shared',
    'it is sad that the hotline shows <b>nobody</b> at noon',
  );
  await world.says('adv-1', null, 'voice 1 decided: we rebuild them in June');
  await world.says('adv-1', null, 'promise northwind: send the plan by Friday 17:00');
  const report = await world.trip(trip => loadVoiceReport(trip, {}));
  expect(report.tallies[0]).toMatchObject({ customers: 2, people: 3 });
  const page = renderVoiceReport(report);
  expect(page).toContain('we rebuild them in June');
  expect(page).toContain('Zuleika Quist, Lakeside');
  expect(page).toContain('send the plan');
  expect(page).not.toContain('<b>');
  expect(page).not.toMatch(/<script|src=|https?:/);
  const theirs = await world.trip(trip => loadVoiceReport(trip, { customerIds: ['lakeside'] }));
  expect(renderVoiceReport(theirs)).not.toMatch(/Northwind|Daniel|send the plan/);
});

test('words that name another customer are told to nobody', async () => {
  await complain();
  await world.says('adv-1', null, 'voice 1 decided: we rebuild them, Lakeside goes first');
  await world.presses('adv-1', 'voice.tell');
  expect(world.seen('adv-1').at(-1)?.text).toContain(
    'Nobody is told: "Lakeside" is another customer’s'.replace('’', "'"),
  );
  await world.pass(3 * day);
  expect(voices('northwind-shared')).toHaveLength(0);
});

test('two themes that are one are made one, and what was said goes along', async () => {
  await complain();
  await world.says(
    'lead-1',
    'northwind-shared',
    'it is very disappointing how nobody answers the hotline on Fridays',
  );
  await world.says('adv-1', null, 'voice 2 into 1');
  const [one] = await world.says('adv-1', null, 'voice 1');
  expect(one?.text).toContain('hotline');
  const [gone] = await world.says('adv-1', null, 'voice 2');
  expect(gone?.text).toContain('2 is part of 1 now');
});

test('insults reach nobody unasked: the page says what is wanted, the advocate may ask, the manager hears of it', async () => {
  const said =
    'You useless idiots, the ledger is down again and nobody can post, get me a person now!!';
  await world.says('lead-1', 'northwind-shared', said);
  const everything = world.lines.flatMap(line => (line.kind === 'message' ? line.text : []));
  expect(everything.filter(text => text.includes('idiots'))).toEqual([]);
  expect(world.seen('adv-1').find(({ message }) => message === 'page')?.text).toContain(
    'the ledger is down again and nobody can post',
  );
  const shared = world.seen('northwind-shared').map(({ text }) => text);
  expect(shared.join()).not.toMatch(/anger|calm|language/);
  const notice = world.seen('adv-1').find(({ text }) => text.includes('in anger'));
  expect(notice?.text).toContain('It is urgent');
  await world.presses('adv-1', 'words.show');
  expect(world.seen('adv-1').at(-1)?.text).toContain('You useless idiots');
  expect(world.seen('mgr-1').filter(({ text }) => text.includes('insulted us'))).toHaveLength(1);
  await world.says('mgr-1', null, 'words northwind');
  expect(world.seen('mgr-1').at(-1)?.text).toContain('You useless idiots');
  await world.says('lead-1', 'northwind-shared', said);
  const notices = world.seen('adv-1').filter(({ text }) => text.includes('wrote to us in anger'));
  expect(notices).toHaveLength(1);
});

test('an insult said among themselves first and then to us reaches the manager, and the advocate once', async () => {
  const said = 'You useless idiots, nobody answers us';
  await world.mutters('lead-1', 'northwind-shared', said);
  const ofManager = () => world.seen('mgr-1').filter(({ text }) => text.includes('insulted us'));
  expect(ofManager()).toHaveLength(0);
  await world.says('lead-1', 'northwind-shared', said);
  expect(ofManager()).toHaveLength(1);
  const notices = world.seen('adv-1').filter(({ text }) => text.includes('in anger'));
  expect(notices).toHaveLength(1);
});

test('a thank-you reaches whoever it names, and whoever just solved it, and is counted', async () => {
  await world.says('lead-1', 'northwind-shared', 'Thank you so much, Idris did a wonderful job');
  expect(world.seen('eng-1').at(-1)?.text).toContain('Idris did a wonderful job');
  await world.says('lead-1', 'northwind-shared', 'please get me a person, the ledger is down');
  await world.pass(6 * 60_000);
  await world.presses('adv-2', 'page.acknowledge');
  await world.presses('adv-2', 'page.resolve');
  await world.says('lead-1', 'northwind-shared', 'yes, it is solved, thank you, that was quick');
  expect(world.seen('adv-2').at(-1)?.text).toContain('that was quick');
  expect(world.facts('northwind').filter(({ event }) => event === 'thanks.carried')).toHaveLength(
    2,
  );
});
