import type { Tx } from '../../shared/database.ts';
import { type CheckIn, checkInFrom } from './check-in.ts';

/** The customer's check-ins that still wait for a word. */
export async function listOpenCheckIns(tx: Tx, customerId: string): Promise<CheckIn[]> {
  const rows = await tx.checkIn.findMany({
    where: { customerId, state: { in: ['asked', 'repeated'] } },
    orderBy: { seq: 'asc' },
  });
  return rows.map(checkInFrom);
}
