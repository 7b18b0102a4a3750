import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Activity, messageOf, pressOf } from '../../harness/teams/activities.ts';
import type { Answered } from '../../harness/teams/post.ts';
import { buttonOf, openTeamsStage, type TeamsStage } from './stage.ts';

jest.setTimeout(3_600_000);

let stage: TeamsStage;
beforeEach(async () => {
  // The clock stands still, so that what is paced would wait for ever; what comes in is looked at here.
  stage = await openTeamsStage({ redeliverAfter: 60_000, deliveries: 4, limits: 'open' });
});
afterEach(() => stage.close());

const events = Number(process.env.TEAMS_EVENTS ?? 200);

/** The same order of things in every run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const [one, two] = [all[at], all[other]] as [T, T];
    all[at] = two;
    all[other] = one;
  }
  return all;
}

async function postAll(activities: readonly Activity[], atOnce: number): Promise<Answered[]> {
  const answers: Answered[] = [];
  const waiting = [...activities];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      answers.push(await stage.teams.deliver(next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

test(`${events} events, 30 % of them twice, shuffled, 50 at a time: each is handled once`, async () => {
  const { teams, cast, rooms, ports, runUntilIdle } = stage;
  const chance = createChance(7);
  const fresh = Math.round(events / 1.3);
  const first = Array.from({ length: fresh }, (_, n) => {
    const where = [rooms.shared, rooms.team, rooms.personal(cast.advocate)][n % 3] ?? rooms.shared;
    const who = where === rooms.shared ? cast.lead : cast.advocate;
    // A note each, or words between people: no page is raised a thousand times.
    const text = where === rooms.shared ? `we are at step ${n}` : `log northwind: note ${n}`;
    return messageOf(teams.scene(who, where), { text, mention: where !== rooms.shared });
  });
  const twice = Array.from({ length: events - fresh }, (_, n) => first[n % fresh] as Activity);
  const answers = await postAll(shuffled([...first, ...twice], chance), 50);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  await runUntilIdle();
  const { client } = ports.database;
  const rows = await client.inbox.groupBy({
    by: ['state'],
    where: { id: { startsWith: 'teams:message:' } },
    _count: true,
  });
  expect(rows).toEqual([{ state: 'handled', _count: fresh }]);
  const notes = await client.event.findMany({ where: { kind: 'note' }, select: { text: true } });
  const expected = first.filter((_, n) => n % 3 !== 0).length;
  expect(notes).toHaveLength(expected);
  expect(new Set(notes.map(({ text }) => text)).size).toBe(expected);
  if (process.env.TEAMS_EVENTS) {
    const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(0);
    console.log(`${events} events: answered in p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  }
});

test('presses sent again under new ids, and pressed again by an impatient finger, are one press', async () => {
  const { teams, cast, rooms, ports, runUntilIdle } = stage;
  const ask = messageOf(teams.scene(cast.lead, rooms.shared), {
    text: "what's happening now?",
    mention: true,
  });
  await teams.post(ask);
  await runUntilIdle();
  const card = teams.seen(rooms.shared)[0];
  const data = buttonOf(card, 'page.raise');
  const press = () =>
    pressOf(teams.scene(cast.lead, rooms.shared, String(card?.root)), {
      data,
      on: String(card?.id),
    });
  const answers = await postAll(Array.from({ length: 20 }, press), 10);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await runUntilIdle();
  const { client } = ports.database;
  expect(await client.inbox.count({ where: { id: { startsWith: 'teams:press:' } } })).toBe(1);
  expect(await client.page.count()).toBe(1);
  // Another day the same button calls again.
  await client.page.updateMany({
    data: { state: 'resolved', resolvedAt: new Date(), openKey: null, dueAt: null },
  });
  ports.clock.moveTo(new Date(ports.clock.now().getTime() + 5 * 60_000));
  await teams.post(press());
  await runUntilIdle();
  expect(await client.page.count()).toBe(2);
});

test('while the database is away nothing is taken; Teams sends it again, and it is done once', async () => {
  const { teams, cast, rooms, ports, world, runUntilIdle } = stage;
  const activity = messageOf(teams.scene(cast.advocate, rooms.team), {
    text: 'log northwind: through the outage',
    mention: true,
  });
  // The database's own way of saying no: the table is not there.
  await ports.database.client.$executeRawUnsafe('ALTER TABLE inbox RENAME TO inbox_away');
  const refused = await teams.post(activity);
  expect(refused.status).toBe(503);
  expect(JSON.stringify(refused.body)).not.toMatch(/inbox|prisma|relation/i);
  await ports.database.client.$executeRawUnsafe('ALTER TABLE inbox_away RENAME TO inbox');
  expect((await teams.post(activity)).status).toBe(200);
  expect((await teams.post(activity)).status).toBe(200);
  await runUntilIdle();
  expect(await ports.database.client.event.count({ where: { kind: 'note' } })).toBe(1);
  expect(world).toBeDefined();
});
