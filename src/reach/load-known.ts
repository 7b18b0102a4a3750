import type { Tx } from '../shared/database.ts';
import { type Known, waysFrom, waysKey } from './ways.ts';

/** What is connected here, and what these people have confirmed. */
export async function loadKnown(tx: Tx, personIds: readonly string[]): Promise<Known> {
  const stored = await tx.setting.findUnique({ where: { key: waysKey } });
  const connected = waysFrom(stored?.value);
  const proofs = await tx.contactProof.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: [{ provenAt: 'asc' }, { address: 'asc' }],
  });
  return { connected, proofs };
}
