import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { acknowledgePage } from '../../../src/paging/acknowledge-page.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { reassignPage } from '../../../src/paging/reassign-page.ts';
import { resolvePage } from '../../../src/paging/resolve-page.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { minute, plus } from '../../../src/shared/time.ts';
import { openTestPostgres, type TestPostgres } from '../../harness/postgres.ts';
import { leesPage, type PagingStage, stageOn } from './stage.ts';

let postgres: TestPostgres;
let one: PagingStage;
let two: PagingStage;
beforeAll(async () => {
  postgres = await openTestPostgres();
  one = await open(1);
  two = await open(2);
});
beforeEach(async () => {
  await one.reset();
  two.heard.length = 0;
  two.clock.moveTo(one.clock.now());
});
afterAll(async () => {
  await one.close();
  await two.close();
  await postgres.close();
});

/** One of two instances on the same PostgreSQL. */
async function open(seed: number): Promise<PagingStage> {
  const clock = createVirtualClock(new Date('2026-03-10T14:02:00-04:00'));
  const random = createSeededRandom(seed);
  const database = await openDatabase({ kind: 'postgres', url: postgres.url }, { clock, random });
  return stageOn({ database, clock, random });
}

const raise = (trip: Trip) => raisePage(trip, leesPage);

function moveBoth(minutes: number): void {
  const to = plus(one.clock.now(), minutes * minute);
  one.clock.moveTo(to);
  two.clock.moveTo(to);
}

const settleBoth = () => Promise.all([one.engine.runUntilIdle(), two.engine.runUntilIdle()]);

test('two instances and many hands at once: one page, one owner, no call twice, no deadlock', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const raised = await Promise.all([
      one.database.trip(raise),
      two.database.trip(raise),
      one.database.trip(raise),
      settleBoth(),
    ]);
    const { pageId } = raised[0];
    expect(new Set(raised.slice(0, 3).map(each => 'pageId' in each && each.pageId)).size).toBe(1);
    moveBoth(5);
    const take = (personId: string) => (trip: Trip) => acknowledgePage(trip, { pageId, personId });
    const [, ...outcomes] = await Promise.all([
      settleBoth(),
      one.database.trip(take('maya')),
      two.database.trip(take('tom')),
      one.database.trip(take('ana')),
    ]);
    expect(outcomes.filter(outcome => outcome === 'acknowledged')).toHaveLength(1);
    moveBoth(30);
    await Promise.all([
      settleBoth(),
      two.database.trip(raise),
      one.database.trip(trip => reassignPage(trip, { pageId, byId: 'maya', toId: 'eve' })),
    ]);
    moveBoth(5);
    await Promise.all([
      settleBoth(),
      one.database.trip(trip => resolvePage(trip, { pageId, personId: 'eve', note: 'done' })),
    ]);
    await settleBoth();
    const planned = await one.database.client.pageCall.count({ where: { state: 'planned' } });
    expect(planned).toBe(0);
  }
  // A deadlock would be undone and tried again; none is better, because each costs a second.
  const [waits] = await one.database.client.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  expect(Number(waits?.deadlocks)).toBe(0);
  expect([...one.complaints, ...two.complaints]).toEqual([]);
  const attempts = await one.database.client.attempt.groupBy({
    by: ['messageId', 'revision'],
    _count: true,
    having: { messageId: { _count: { gt: 1 } } },
  });
  expect(attempts).toEqual([]);
});
