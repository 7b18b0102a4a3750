import type { Tx } from '../shared/database.ts';
import { NotFoundError } from '../shared/errors.ts';
import { type Page, pageFrom } from './page.ts';

/** The page, locked until the trip ends, so that two people's answers are taken one after the other. Throws NotFoundError. */
export async function lockPage(tx: Tx, pageId: string): Promise<Page> {
  await tx.$queryRaw`SELECT id FROM page WHERE id = ${pageId} FOR UPDATE`;
  const row = await tx.page.findUnique({ where: { id: pageId } });
  if (!row) throw new NotFoundError(`There is no page "${pageId}".`);
  return pageFrom(row);
}
