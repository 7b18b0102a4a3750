import type { OutsideMethod } from '../customers/person.ts';
import { questionProofs } from '../on-call/question-proofs.ts';
import type { Database } from '../shared/database.ts';
import { noteSetting } from '../shared/note-setting.ts';
import { waysKey } from './ways.ts';

/**
 * Writes down which ways of reaching people outside chat are connected here, and has everybody looked at who may be
 * called by them. Before that, all ways count.
 */
export async function noteWays(
  database: Pick<Database, 'trip'>,
  ways: readonly OutsideMethod[],
): Promise<void> {
  await database.trip(async trip => {
    await noteSetting(trip, waysKey, ways);
    await questionProofs(trip);
  });
}
