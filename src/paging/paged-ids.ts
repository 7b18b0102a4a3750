import type { Tx } from '../shared/database.ts';

/** Everybody this page has called or will call now, and its owner: those who may answer it. */
export async function pagedIds(tx: Tx, pageId: string): Promise<string[]> {
  const calls = await tx.pageCall.findMany({
    where: { pageId },
    select: { personId: true },
    distinct: ['personId'],
  });
  const page = await tx.page.findUnique({ where: { id: pageId }, select: { ownerId: true } });
  const ids = calls.map(call => call.personId);
  return page?.ownerId && !ids.includes(page.ownerId) ? [...ids, page.ownerId] : ids;
}
