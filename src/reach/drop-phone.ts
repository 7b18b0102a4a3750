import type { Trip } from '../shared/database.ts';

/** This phone takes notifications no more: its push service says so, or somebody else has it now. */
export async function dropPhone({ tx }: Pick<Trip, 'tx'>, id: string): Promise<void> {
  await tx.contactProof.deleteMany({ where: { via: 'push', address: id } });
  await tx.pushPhone.deleteMany({ where: { id } });
}
