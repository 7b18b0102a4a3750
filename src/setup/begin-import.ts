import type { Trip } from '../shared/database.ts';
import { refuseUnderWay } from './refuse-under-way.ts';
import type { SetupImport } from './setup-import.ts';

/** What is to be imported, part by part. */
export type NewImport = Pick<SetupImport, 'print' | 'file' | 'customers'>;

/**
 * Begins an import, or goes on with that of the same file where it was cut off, as long as no other began since.
 * Throws BadInputError while another one is under way.
 */
export async function beginImport(trip: Trip, wanted: NewImport): Promise<SetupImport> {
  const { tx, now, random } = trip;
  const last = await refuseUnderWay(trip);
  if (last && last.endedAt === null && last.print === wanted.print) {
    return tx.setupImport.update({ where: { id: last.id }, data: { savedAt: now } });
  }
  return tx.setupImport.create({
    data: { ...wanted, id: random.id(), done: 0, startedAt: now, savedAt: now },
  });
}
