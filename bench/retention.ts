import { forgetWords } from '../src/retention/forget-words.ts';
import { type Retention, usualRetention } from '../src/retention/retention.ts';
import type { Database } from '../src/shared/database.ts';
import { day, hour } from '../src/shared/time.ts';
import { crowdOf } from '../test/harness/crowd.ts';
import { openTestWorld } from '../test/harness/world.ts';
import { report } from './figures.ts';

const customers = 10;
const days = 30;

/**
 * How large the tables of words are after thirty days in which each of ten customers asks three times a day, and what is
 * left of them once the words older than they are kept are forgotten.
 */
export async function benchRetention(): Promise<void> {
  const world = await openTestWorld(crowdOf(customers).setup, { at: '2026-03-09T09:00:00-04:00' });
  for (let today = 0; today < days; today += 1) {
    for (const question of questions) {
      for (let n = 0; n < customers; n += 1) {
        await world.says(`lead-${n}`, `customer-${n}-shared`, question);
      }
      await world.pass(hour);
    }
    await world.pass(day - questions.length * hour);
  }
  const { database } = world.stage.world.ports;
  const shorter = { inboxDays: 7, messageDays: 14 };
  await tell('after 30 days, all kept', database);
  for (const retention of [usualRetention, shorter]) {
    await world.trip(trip => forgetAll(trip, retention));
    const { inboxDays, messageDays } = retention;
    await tell(`what came in kept ${inboxDays} days, what was said ${messageDays}`, database);
  }
  await world.close();
}

const questions = ["what's happening now?", 'what happened overnight?', 'when is the next step?'];

/** Until nothing is left to be forgotten: a trip forgets at most so much. */
async function forgetAll(trip: Parameters<typeof forgetWords>[0], retention: Retention) {
  await trip.tx.chore.createMany({
    data: [{ id: 'retention', dueAt: trip.now }],
    skipDuplicates: true,
  });
  for (let time = 0; time < 10; time += 1) await forgetWords(trip, retention);
}

async function tell(what: string, { client }: Database): Promise<void> {
  const kilobytes: Record<string, number> = {};
  for (const table of ['inbox', 'message', 'attempt', 'event']) {
    await client.$executeRawUnsafe(`VACUUM FULL "${table}"`);
    const [row] = await client.$queryRawUnsafe<{ size: number }[]>(
      `SELECT pg_total_relation_size('"${table}"')::int / 1024 AS size`,
    );
    kilobytes[`${table}_kb`] = row?.size ?? 0;
  }
  report(what, kilobytes);
}
