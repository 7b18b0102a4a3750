import { z } from 'zod';
import type { Trip } from './database.ts';
import { statement } from './statement.ts';

const note = statement(
  'note-setting',
  `INSERT INTO setting (key, value) VALUES ($1, $2::jsonb)
   ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value IS DISTINCT FROM excluded.value`,
  z.never(),
);

/** Writes down one value, as JSON; the same again changes nothing, so that no process forgets the setup for it. */
export async function noteSetting(
  { run }: Pick<Trip, 'run'>,
  key: string,
  value: unknown,
): Promise<void> {
  await run(note, [key, JSON.stringify(value)]);
}
