import type { Tx } from '../../shared/database.ts';

/** Has what came in under this id been dealt with? False while it waits, when it failed, and when it never came. */
export async function isHandled(tx: Tx, id: string): Promise<boolean> {
  return (await tx.inbox.count({ where: { id, state: 'handled' } })) > 0;
}
