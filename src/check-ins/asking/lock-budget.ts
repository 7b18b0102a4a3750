import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const lock = statement(
  'lock-contact-budget',
  "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended('contact budget:' || $1, 0))",
  z.object({ locked: z.number() }),
);

/**
 * Keeps the customer's contact budget to this trip until it ends: of two that would each say the one message of a day,
 * the second sees the first's.
 */
export async function lockBudget(trip: Trip, customerId: string): Promise<void> {
  await trip.run(lock, [customerId]);
}
