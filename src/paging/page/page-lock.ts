import type { Tx } from '../../shared/database.ts';
import { NotFoundError } from '../../shared/errors.ts';
import { type Page, pageFrom } from './page.ts';

/** The page, locked until the trip ends, so that two people's answers are taken one after the other. Throws NotFoundError. */
export async function lockPage(tx: Tx, pageId: string): Promise<Page> {
  await tx.$queryRaw`SELECT id FROM page WHERE id = ${pageId} FOR UPDATE`;
  const row = await tx.page.findUnique({ where: { id: pageId } });
  if (!row) throw new NotFoundError(`There is no page "${pageId}".`);
  return pageFrom(row);
}

/**
 * The page, locked; `busy` when another trip holds it, null when it is gone. Whoever already holds a row of
 * a call or a message must ask this way: waiting for the page there could wait for ever (the holder of the
 * page may want that very row).
 */
export async function tryLockPage(tx: Tx, pageId: string): Promise<Page | 'busy' | null> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM page WHERE id = ${pageId} FOR UPDATE SKIP LOCKED`;
  const row = await tx.page.findUnique({ where: { id: pageId } });
  if (!row) return null;
  return locked.length > 0 ? pageFrom(row) : 'busy';
}
