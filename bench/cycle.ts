import { createWorld } from '../src/world.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { fillWithCustomers } from './crowded-database.ts';
import { percentiles, report, timeEach } from './figures.ts';
import { openBenchDatabase, silent } from './world.ts';

/** An engine cycle with nothing due, at 1,000 and at 100,000 customers, on PostgreSQL. */
export async function benchCycle(): Promise<void> {
  let first = Number.NaN;
  for (const customers of [1_000, 100_000]) {
    const server = await openTestPostgres();
    const ports = await openBenchDatabase({ kind: 'postgres', url: server.url });
    await fillWithCustomers(ports.database, customers);
    const world = createWorld({
      ...ports,
      logger: silent,
      surfaces: { connected: [], everywhere: null },
    });
    const { p50, p99 } = percentiles(await timeEach(300, () => world.engine.cycle()));
    if (Number.isNaN(first)) first = p50;
    report(`cycle, nothing due, ${customers} customers`, {
      p50_ms: p50,
      p99_ms: p99,
      ratio_to_1000: p50 / first,
    });
    await ports.database.close();
    await server.close();
  }
}
