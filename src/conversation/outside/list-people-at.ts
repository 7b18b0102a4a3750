import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const peopleAt = statement(
  'people-of-number',
  'SELECT id FROM person WHERE active AND contact @> $1::jsonb ORDER BY id',
  z.object({ id: z.string() }),
);

/** Ids of the active people whom the setup reaches under this number or address. */
export async function listPeopleAt({ run }: Trip, address: string): Promise<string[]> {
  const rows = await run(peopleAt, [JSON.stringify([{ to: address }])]);
  return rows.map(({ id }) => id);
}
