import type { Trip } from '../shared/database.ts';
import { listLoads } from './list-loads.ts';
import { loadTable } from './load.ts';

/** Hours and nights on call between two instants, a line a person, as CSV. */
export async function loadDutyTable(
  trip: Pick<Trip, 'tx'>,
  period: { from: Date; until: Date },
): Promise<string> {
  return loadTable(await listLoads(trip, period));
}
