import type { Tx } from '../shared/database.ts';

/** Any number will do, as long as all imports share it. */
const importLock = 7_201_946;

/** Lets one import write at a time; until the end of the transaction. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
}
