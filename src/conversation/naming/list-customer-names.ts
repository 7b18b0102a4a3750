import type { Tx } from '../../shared/database.ts';

/** What these customers are called, in this order, each once; an id where there is no such customer any more. */
export async function listCustomerNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const unique = [...new Set(ids)];
  const rows = await tx.customer.findMany({
    where: { id: { in: unique } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return unique.map(id => names.get(id) ?? id);
}
