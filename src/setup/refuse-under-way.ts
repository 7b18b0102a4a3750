import type { Trip } from '../shared/database.ts';
import { BadInputError } from '../shared/errors.ts';
import { lockImports } from './lock-imports.ts';
import { isUnderWay, type SetupImport } from './setup-import.ts';

/** The import that began last. Throws BadInputError while it is under way: two would mix what they say. */
export async function refuseUnderWay(trip: Trip): Promise<SetupImport | null> {
  const { tx, now } = trip;
  await lockImports(tx);
  const last = await tx.setupImport.findFirst({ orderBy: { startedAt: 'desc' } });
  if (!last || !isUnderWay(last, now)) return last;
  throw new BadInputError([
    `${last.file}: is being imported just now, ${last.done} of ${last.customers} customers. Wait until that has ended; when it was cut off, half a minute is enough.`,
  ]);
}
