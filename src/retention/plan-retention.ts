import { z } from 'zod';
import type { Ports } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { retentionChore } from './retention.ts';

const plan = statement(
  'plan-retention',
  `INSERT INTO chore (id, "dueAt") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
  z.never(),
);

/** Has what is old forgotten from now on, as long as this organisation lives. Twice changes nothing. */
export async function planRetention({
  database,
  clock,
}: Pick<Ports, 'database' | 'clock'>): Promise<void> {
  await database.write(plan, [retentionChore, clock.now()]);
}
