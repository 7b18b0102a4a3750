import { createSeededRandom } from '../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../src/adapters/clock/virtual-clock.ts';
import { openDatabase, type Where } from '../src/adapters/database/open-database.ts';
import type { MovableClock } from '../src/shared/clock.ts';
import type { Ports } from '../src/shared/database.ts';
import type { Logger } from '../src/shared/logger.ts';

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Ports on a clock that stands at 1 April 2026. */
export async function openBenchDatabase(where: Where): Promise<Ports & { clock: MovableClock }> {
  const clock = createVirtualClock(new Date('2026-04-01T10:00:00Z'));
  const random = createSeededRandom(1);
  return { clock, random, database: await openDatabase(where, { clock, random }) };
}
