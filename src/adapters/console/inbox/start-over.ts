import { importSetup } from '../../../setup/import-setup.ts';
import type { Setup } from '../../../setup/setup.ts';
import type { Trip, Tx } from '../../../shared/database.ts';

/** Forgets everything in this database and loads the examples anew. Only ever called on the practice organisation's. */
export async function startOver(trip: Trip, setups: readonly Setup[]): Promise<void> {
  await emptyTables(trip.tx);
  for (const setup of setups) await importSetup(trip, setup);
}

async function emptyTables(tx: Tx): Promise<void> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`;
  const names = tables.map(({ name }) => `"${name}"`).join(', ');
  await tx.$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
}
