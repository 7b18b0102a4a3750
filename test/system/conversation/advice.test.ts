import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildCustomer, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const ourWords = 'quagga';
const advice = 'two sites at a time, the small one first';
const question = 'can you give us advice on planning the next rollout?';

let world: TestWorld;
beforeEach(async () => {
  const lakeside = buildCustomer({
    id: 'lakeside',
    name: 'Lakeside',
    transitions: [],
    places: [],
    people: { advocate: 'adv-1', manager: 'mgr-1' },
  });
  const setup = buildNorthwind({ customers: [buildCustomer({ transitions: [] }), lakeside] });
  world = await openTestWorld(setup, { at: '2026-03-09T14:00:00Z' });
});
afterEach(() => world.close());

const answered = (place: string) => world.seen(place).filter(({ text }) => text.includes(advice));

test('whoever asked for advice hears the answer where they asked, once, as it was said for them', async () => {
  await world.says('lead-1', 'northwind-shared', question);
  const card = world.seen('adv-1').at(-1)?.text;
  expect(card).toContain('"done shared: …" answers them');
  await world.says('adv-1', null, `log northwind: the ${ourWords} rollout has no staff`);
  const said = await world.says('adv-1', null, `done shared: ${advice}`);
  expect(said.map(({ text }) => text).join('\n')).toContain('reads it where they asked');
  const [told, ...more] = answered('northwind-shared');
  expect(more).toEqual([]);
  expect(told?.text).toMatch(
    /^@Daniel Reyes You asked at .*planning the next rollout.*Nora Whitfield: “two sites/s,
  );
  expect(told?.text).toContain('Type page to get a person');
  expect(told?.text).not.toContain(ourWords);
  const [again] = await world.says('adv-1', null, `done shared: ${advice}`);
  expect(again?.text).toContain('Nobody of theirs waits for an answer of yours');
  expect(answered('northwind-shared')).toHaveLength(1);
  const { client } = world.stage.world.ports.database;
  expect(await client.task.findFirst({ where: { kind: 'planning' } })).toMatchObject({
    state: 'done',
  });
});

test('what is ticked off without a word for them stays with us, and the word can still be said', async () => {
  await world.says('lead-1', 'northwind-shared', question);
  const before = world.seen('northwind-shared').length;
  const said = await world.says('adv-1', null, 'done');
  expect(said.map(({ text }) => text).join('\n')).toContain('hears nothing of it from me');
  expect(world.seen('northwind-shared')).toHaveLength(before);
  await world.says('adv-1', null, `done shared: ${advice}`);
  expect(answered('northwind-shared')).toHaveLength(1);
});

test('who asked alone is answered alone, in their language, and nobody of another customer is named', async () => {
  const asked = 'Könnt ihr uns beraten, wie wir die nächste Umstellung am besten planen sollen?';
  await world.says('lead-1', null, asked);
  const [refused] = await world.says('adv-1', null, `done shared: as at Lakeside, ${advice}`);
  expect(refused?.text).toContain('is told nothing');
  expect(answered('lead-1')).toEqual([]);
  await world.says('adv-1', null, `done shared: ${advice}`);
  expect(answered('northwind-shared')).toEqual([]);
  const [told] = answered('lead-1');
  expect(told?.text).toContain('Schreiben Sie page');
  expect(told?.text).not.toMatch(/You asked|Type page/);
});

test.each(['done not shared: ', 'done an customer: ', 'done the shared: '])(
  '“%s…” is told to nobody outside: it is denied, or names no question',
  async said => {
    const asked = 'can you give us advice on planning another rollout?';
    await world.says('lead-1', 'northwind-shared', asked);
    await world.says('adv-1', null, `${said}they owe us money`);
    const read = world.seen('northwind-shared').filter(({ text }) => text.includes('owe us'));
    expect(read).toEqual([]);
  },
);

test('whoever asked and has left is not named in the answer, and not said to read it', async () => {
  await world.says('lead-1', 'northwind-shared', question);
  const { client } = world.stage.world.ports.database;
  await client.person.update({ where: { id: 'lead-1' }, data: { active: false } });
  const said = await world.says('adv-1', null, `done shared: ${advice}`);
  expect(answered('northwind-shared')).toHaveLength(1);
  expect(answered('northwind-shared')[0]?.text).not.toContain('@Daniel');
  expect(said.at(-1)?.text).toContain('Daniel Reyes has left; their colleagues read it');
});

test('an answer that cannot be read where it was asked is not said to be', async () => {
  await world.says('lead-1', 'northwind-shared', question);
  const { client } = world.stage.world.ports.database;
  const parked = { parkedReason: 'gone' };
  await client.place.update({ where: { id: 'northwind-shared' }, data: parked });
  const said = await world.says('adv-1', null, `done shared: ${advice}`);
  expect(answered('lead-1')).toHaveLength(1);
  expect(said.at(-1)?.text).toContain('reads it alone with me');
});
