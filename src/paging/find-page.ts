import type { Tx } from '../shared/database.ts';
import { type Page, pageFrom } from './page.ts';

/** The page with this id, or null. */
export async function findPage(tx: Tx, pageId: string): Promise<Page | null> {
  const row = await tx.page.findUnique({ where: { id: pageId } });
  return row ? pageFrom(row) : null;
}
