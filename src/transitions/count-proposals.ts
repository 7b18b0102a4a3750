import type { Trip } from '../shared/database.ts';

/** How often this transition was proposed to graduate. */
export async function countProposals(
  { tx }: Pick<Trip, 'tx'>,
  { id, customerId }: { readonly id: string; readonly customerId: string },
): Promise<number> {
  return tx.event.count({
    where: { customerId, transitionId: id, kind: 'graduation.proposed' },
  });
}
