import type { Tx } from '../shared/database.ts';
import type { About } from './permission.ts';

/** The customers that somebody answers for: as their manager, or as their advocate where they have no manager. */
export function keptBy(personId: string) {
  return { OR: [{ managerId: personId }, { managerId: null, advocateId: personId }] };
}

/** The customers that somebody looks after as advocate, stand-in or backup. */
export function caredForBy(personId: string) {
  return {
    OR: [{ advocateId: personId }, { standInId: personId }, { backupId: personId }],
  };
}

/** What somebody is to any customer at all; where there is no customer yet, everybody answers for what there is. */
export async function listOwn(
  tx: Tx,
  personId: string,
): Promise<Pick<About, 'keeperIds' | 'carerIds'>> {
  const ids = { select: { id: true } } as const;
  const kept = await tx.customer.findFirst({ where: keptBy(personId), ...ids });
  const cared = await tx.customer.findFirst({ where: caredForBy(personId), ...ids });
  const isKeeper = kept !== null || (await tx.customer.findFirst(ids)) === null;
  return { ...(isKeeper && { keeperIds: [personId] }), ...(cared && { carerIds: [personId] }) };
}
