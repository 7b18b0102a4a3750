import type { Database } from '../shared/database.ts';
import { examineSettings } from './examine-settings.ts';
import { examineStored, type Surroundings } from './examine-stored.ts';
import type { Finding } from './finding.ts';

/** Looks at everything a page depends on: the settings, whoever they name, and what is stored. */
export async function examine(database: Database, around: Surroundings): Promise<Finding[]> {
  return [
    ...(await examineSettings(around.config, around.logger)),
    ...(await examineStored(database, around)),
  ];
}
