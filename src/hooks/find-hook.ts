import type { Tx } from '../shared/database.ts';
import { type Hook, hookRow } from './hook.ts';

/** The door of this name, or null. */
export async function findHook(tx: Pick<Tx, 'hook'>, name: string): Promise<Hook | null> {
  const row = await tx.hook.findUnique({ where: { id: name } });
  return row && hookRow.parse(row);
}
