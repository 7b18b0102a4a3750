import type { OutsideMethod } from '../../customers/person.ts';
import type { Database } from '../../shared/database.ts';
import { waysKey } from './ways.ts';

/** Writes down which ways of reaching people outside chat are connected here; before that, all of them count. */
export async function noteWays(
  database: Pick<Database, 'trip'>,
  ways: readonly OutsideMethod[],
): Promise<void> {
  const row = { key: waysKey, value: [...ways] };
  await database.trip(({ tx }) =>
    tx.setting.upsert({ where: { key: row.key }, create: row, update: row }),
  );
}
