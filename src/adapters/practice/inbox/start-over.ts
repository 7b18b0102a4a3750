import { importSetup } from '../../../setup/import-setup.ts';
import type { Setup } from '../../../setup/setup.ts';
import type { Trip } from '../../../shared/database.ts';
import { emptyTables } from './empty-tables.ts';

/** Forgets everything in this database and loads the examples anew. Only ever called on the practice organisation's. */
export async function startOver(trip: Trip, setups: readonly Setup[]): Promise<void> {
  await emptyTables(trip.tx);
  for (const setup of setups) await importSetup(trip, setup);
}
