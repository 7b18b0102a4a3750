import type { Trip } from '../shared/database.ts';

/** No phone of this person takes notifications any more, and no link adds one; returns how many did. */
export async function dropPhones({ tx }: Trip, personId: string): Promise<number> {
  await tx.pushInvitation.deleteMany({ where: { personId } });
  await tx.contactProof.deleteMany({ where: { personId, via: 'push' } });
  const { count } = await tx.pushPhone.deleteMany({ where: { personId } });
  return count;
}
