import type { Tx } from '../../shared/database.ts';
import { type Page, pageFrom } from './page.ts';
import { unresolved } from './page-state.ts';

/** The newest page of this customer that is not resolved yet, or null. */
export async function findOpenPage(tx: Tx, customerId: string): Promise<Page | null> {
  const row = await tx.page.findFirst({
    where: { customerId, ...unresolved },
    orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
  });
  return row ? pageFrom(row) : null;
}

/** Everybody this page has called or will call now, and its owner: those who may answer it. */
export async function listPagedIds(tx: Tx, pageId: string): Promise<string[]> {
  const calls = await tx.pageCall.findMany({
    where: { pageId },
    select: { personId: true },
    distinct: ['personId'],
  });
  const page = await tx.page.findUnique({ where: { id: pageId }, select: { ownerId: true } });
  const ids = calls.map(call => call.personId);
  return page?.ownerId && !ids.includes(page.ownerId) ? [...ids, page.ownerId] : ids;
}
