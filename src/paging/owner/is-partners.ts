import { findPerson } from '../../customers/find-person.ts';
import type { Tx } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';

/** Whether whoever has the page is of a partner: they are told that there is something, and not what. */
export async function isPartners(tx: Tx, { ownerId }: Page): Promise<boolean> {
  return (await findPerson(tx, ownerId))?.side === 'partner';
}
