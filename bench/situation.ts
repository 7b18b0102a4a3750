import { getSituation } from '../src/situation/get-situation.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { fillWithCustomers, fillWithFacts } from './crowded-database.ts';
import { percentiles, report, timeEach } from './figures.ts';
import { openBenchDatabase } from './world.ts';

/** The answer to "what's happening now?" at 1,000, 100,000 and 1,000,000 facts about one customer. */
export async function benchSituation(): Promise<void> {
  const server = await openTestPostgres();
  const { database } = await openBenchDatabase({ kind: 'postgres', url: server.url });
  await fillWithCustomers(database, 1);
  let first = Number.NaN;
  for (const facts of [1_000, 100_000, 1_000_000]) {
    await fillWithFacts(database, facts);
    const durations = await timeEach(200, () => database.trip(trip => getSituation(trip, 'c1')));
    const { p50, p99 } = percentiles(durations);
    if (Number.isNaN(first)) first = p50;
    report(`situation, ${facts} facts`, { p50_ms: p50, p99_ms: p99, ratio_to_1000: p50 / first });
  }
  await database.close();
  await server.close();
}
