import type { Tx } from '../shared/database.ts';

/** Some customers by their ids, or all of them. */
export type Customers = readonly string[] | 'all';

/**
 * Who answers for these customers, each person once: a customer's manager, or its advocate where it has no manager.
 * Of customers that are not there it is nobody, and then no one is left to be asked: look first that they are.
 */
export async function listKeepers(tx: Tx, customers: Customers): Promise<string[]> {
  const ids = customers === 'all' ? null : [...customers];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT coalesce("managerId", "advocateId") AS id FROM customer
    WHERE ${ids}::text[] IS NULL OR id = ANY (${ids}::text[])`;
  return rows.map(({ id }) => id);
}
