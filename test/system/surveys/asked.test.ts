import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mayBeReference } from '../../../src/surveys/may-be-reference.ts';
import { planSurvey } from '../../../src/surveys/plan-survey.ts';
import { surveyFrom } from '../../../src/surveys/stored-survey.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  const change = buildGoLive({
    window: { from: '2026-02-06T18:00:00-05:00', until: '2026-02-07T06:00:00-05:00' },
    milestones: [],
  });
  const customers = [buildCustomer({ transitions: [change] })];
  world = await openTestWorld(buildNorthwind({ customers }), { at: '2026-03-10T14:00:00Z' });
});
afterEach(() => world.close());

const surveys = () =>
  world.seen('northwind-shared').filter(({ message, edited }) => message === 'survey' && !edited);
const askNps = (occasion: string) =>
  world.trip(trip =>
    planSurvey(trip, { kind: 'nps', occasion, customerId: 'northwind', personId: 'lead-1' }),
  );
const days = 24 * 60 * 60_000;

async function solvePage(): Promise<void> {
  await world.says('lead-1', 'northwind-shared', 'page');
  await world.says('adv-1', null, 'ack');
  await world.says('adv-1', null, 'resolve shared: it was a cable');
  await world.presses('lead-1', 'page.confirm');
}

test('after a page is solved the one who called is asked once how well, beside no other question of that day', async () => {
  await solvePage();
  await world.pass(3 * days);
  expect(surveys()).toHaveLength(1);
  expect(surveys()[0]?.text).toContain('how well did we solve');
  const asked = world
    .seen('northwind-shared')
    .filter(
      ({ message, edited }) =>
        !edited && ['survey', 'check-in', 'check-in-repeat'].includes(message),
    );
  const dates = asked.map(({ at }) =>
    new Intl.DateTimeFormat('sv', { timeZone: 'America/New_York' }).format(at),
  );
  expect(new Set(dates).size).toBe(dates.length);
  await solvePage();
  await world.pass(3 * days);
  expect(surveys()).toHaveLength(1);
});

test('a low score is the advocate’s with the words, and nobody reads it in the place', async () => {
  await askNps('erp:1');
  await world.pass(2 * days);
  await world.says('lead-1', 'northwind-shared', '4');
  await world.says('lead-1', 'northwind-shared', 'the month-end lists came late every time');
  const task = world
    .seen('adv-1')
    .find(({ message, text }) => message === 'task' && text.includes('4 of 10'));
  expect(task?.text).toContain('the month-end lists came late every time');
  const shared = world.seen('northwind-shared').filter(({ message }) => message === 'survey');
  expect(shared.at(-1)?.text).not.toMatch(/\b4\b/);
  const [told] = await world.says('adv-1', null, 'surveys northwind');
  expect(told?.text).toMatch(/-100 from 1.*Too few answers/);
});

test('a nine is asked once whether others may ask them, and takes it back with a word', async () => {
  await askNps('erp:1');
  await world.pass(2 * days);
  await world.does({ kind: 'presses', personId: 'lead-1', action: 'survey.score', value: '9' });
  await world.says('lead-1', 'northwind-shared', 'you were always there at night');
  expect(
    world
      .seen('northwind-shared')
      .map(({ text }) => text)
      .join(),
  ).not.toContain('May others');
  await world.presses('lead-1', 'reference.accept');
  const { client } = world.stage.world.ports.database;
  const stands = () => client.survey.findFirstOrThrow({ where: { key: 'nps:erp:1' } });
  expect(await stands()).toMatchObject({ score: 9, reference: 'agreed' });
  await world.says('lead-1', 'northwind-shared', "please don't use me as a reference any more");
  expect(await stands()).toMatchObject({ reference: 'revoked' });
  expect(await client.survey.count({ where: { state: 'planned', kind: 'nps' } })).toBe(1);
});

test('a ten without a word is asked alone, on a day of its own, whether others may ask them; sales reads the list', async () => {
  await askNps('erp:1');
  await world.pass(2 * days);
  await world.says('lead-1', 'northwind-shared', 'all good');
  await world.does({ kind: 'presses', personId: 'lead-1', action: 'survey.score', value: '10' });
  await world.pass(3 * days);
  const inPlace = world.seen('northwind-shared').map(({ text }) => text);
  expect(inPlace.join('\n')).not.toContain('May others');
  const asked = () => world.seen('lead-1').filter(({ text }) => text.includes('May others'));
  expect(asked()).toHaveLength(1);
  const day = (at: Date) =>
    new Intl.DateTimeFormat('sv', { timeZone: 'America/New_York' }).format(at);
  const unasked = world
    .seen('northwind-shared')
    .filter(({ message, edited }) => !edited && /^(?:survey|check-in)/.test(message));
  expect(unasked.map(({ at }) => day(at))).not.toContain(day(asked()[0]?.at ?? new Date(0)));
  await world.presses('lead-1', 'reference.accept');
  const [list] = await world.says('adv-1', null, 'sales references');
  expect(list?.text).toMatch(/^Northwind: .*asked /);
  await world.says('lead-1', 'northwind-shared', 'You can no longer name us');
  const [after] = await world.says('adv-1', null, 'sales references');
  expect(after?.text).toContain('Nobody has said yet');
  await world.pass(3 * days);
  expect(asked()).toHaveLength(1);
});

test('a yes taken back beside a trouble calls nobody less, and whoever said no is not asked again within a year', async () => {
  await askNps('erp:1');
  await world.pass(2 * days);
  await world.does({ kind: 'presses', personId: 'lead-1', action: 'survey.score', value: '9' });
  await world.says('lead-1', 'northwind-shared', 'you were always there at night');
  await world.presses('lead-1', 'reference.accept');
  const { client } = world.stage.world.ports.database;
  const stands = () => client.survey.findFirstOrThrow({ where: { key: 'nps:erp:1' } });
  const said = 'Please stop naming us. The ledger is down and nobody can post anything!';
  await world.says('lead-1', 'northwind-shared', said);
  expect(await stands()).toMatchObject({ reference: 'revoked' });
  expect(await client.page.count({ where: { state: 'open' } })).toBe(1);
  const survey = surveyFrom({ ...(await stands()), id: 'another' });
  expect(await world.trip(trip => mayBeReference(trip, survey))).toBe(false);
});
