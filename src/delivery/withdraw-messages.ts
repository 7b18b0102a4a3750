import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';

const withdraw = statement(
  'withdraw-messages',
  `UPDATE message SET
     state = CASE WHEN state IN ('sending', 'lost') THEN state ELSE 'withdrawn' END,
     "dueAt" = CASE WHEN state IN ('sending', 'lost') THEN "dueAt" END,
     "notAfter" = CASE WHEN state IN ('sending', 'lost') THEN $2 ELSE "notAfter" END
   WHERE key = ANY ($1) AND "sentRevision" = 0 AND state NOT IN ('sent', 'withdrawn')`,
  z.never(),
);

/**
 * Takes back messages that nobody has seen yet, also those that failed: newer words do not bring them back. One that is
 * on its way now is not tried again; one that was sent stays.
 */
export async function withdrawMessages(trip: Trip, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await trip.run(withdraw, [keys, trip.now]);
}
