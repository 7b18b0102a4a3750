import type { Tx } from '../../shared/database.ts';
import { findOpenPage } from './find-pages.ts';
import type { Page } from './page.ts';

/** The newest page of this customer that is not resolved yet, where they know of it; null otherwise. */
export async function findSharedPage(tx: Tx, customerId: string): Promise<Page | null> {
  const page = await findOpenPage(tx, customerId);
  return page?.isShared ? page : null;
}
