import type { Tx } from '../shared/database.ts';
import { type Contract, contractFrom } from './contract.ts';

/** What was agreed with this customer about the price of work; null where nothing was. */
export async function findContract(tx: Tx, customerId: string): Promise<Contract | null> {
  const row = await tx.customer.findUnique({
    where: { id: customerId },
    select: { contract: true },
  });
  return row ? contractFrom(row.contract) : null;
}
