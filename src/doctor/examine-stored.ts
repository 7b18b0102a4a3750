import { createCryptoRandom } from '../adapters/clock/crypto-random.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../shared/database.ts';
import type { Logger } from '../shared/logger.ts';
import { checkCalendars } from './check-calendars.ts';
import { checkClock } from './check-clock.ts';
import { checkCustomers } from './check-customers.ts';
import { checkImport } from './check-import.ts';
import { checkLadders } from './check-ladders.ts';
import { checkEscalations, checkGaps } from './check-on-call.ts';
import { checkReadiness } from './check-readiness.ts';
import { checkWebhooks } from './check-webhooks.ts';
import { type Finding, fine } from './finding.ts';
import { loadStanding } from './load-counts.ts';
import { mediaOf } from './media-of.ts';

/** With which settings the store is used, and where platforms may complain. */
export interface Surroundings {
  readonly config: Config;
  readonly logger: Logger;
}

/** Looks at everything in the store that a page depends on: customers, schedules, ladders, media, places. */
export async function examineStored(
  database: Database,
  { config, logger }: Surroundings,
): Promise<Finding[]> {
  const now = systemClock.now();
  const standing = await loadStanding(database.client);
  return [
    fine('database', 'reachable, its tables are those of this build.'),
    await checkClock(database, systemClock.now),
    ...checkImport(standing.lastImport, now),
    ...checkCustomers(standing),
    ...checkGaps(standing, now),
    ...checkEscalations(standing, mediaOf(config), now),
    ...(await checkReadiness(database)),
    ...(await checkWebhooks(database.client, config)),
    ...(await checkLadders(database, standing, now)),
    ...(await checkCalendars(database, now)),
    ...(await examineTeamsPlaces(database, config)),
    ...(await examineSlackPlaces(database, { config, logger })),
  ];
}

async function examineTeamsPlaces(database: Database, config: Config): Promise<Finding[]> {
  if (!config.teams) return [];
  const { checkTeamsPlaces } = await import('./check-teams.ts');
  return checkTeamsPlaces(config, database.client);
}

async function examineSlackPlaces(
  database: Database,
  { config, logger }: Surroundings,
): Promise<Finding[]> {
  if (!config.slack) return [];
  const { checkSlackPlaces } = await import('./check-slack.ts');
  const ports = { database, clock: systemClock, random: createCryptoRandom() };
  return checkSlackPlaces({ config, logger }, ports);
}
