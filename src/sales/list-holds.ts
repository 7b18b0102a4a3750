import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { type HoldReason, holdOf, isWeighty } from './hold.ts';
import { type Account, loadAccounts } from './load-accounts.ts';

export interface HeldAccount {
  readonly account: Account;
  readonly reasons: readonly HoldReason[];
}

const theirs = statement(
  'sales-accounts-of',
  `SELECT c.id FROM customer c LEFT JOIN sales_rhythm r ON r."customerId" = c.id
   WHERE c."salesId" = $1 AND NOT ($1 = ANY(COALESCE(r."toldIds", '{}'))) ORDER BY c.id`,
  z.object({ id: z.string() }),
);

/** The accounts of somebody for sales with which something is the matter now, which they have not heard of yet. */
export async function listHolds(trip: Trip, personId: string): Promise<HeldAccount[]> {
  const ids = (await trip.run(theirs, [personId])).map(({ id }) => id);
  if (ids.length === 0) return [];
  const accounts = await loadAccounts(trip, ids);
  return accounts
    .map(account => ({ account, reasons: holdOf(account.scene, trip.now).filter(isWeighty) }))
    .filter(({ reasons }) => reasons.length > 0);
}
