import type { Trip } from '../shared/database.ts';

/** Ends every session and every link of a person; returns how many browsers were signed in. */
export async function signOutEverywhere({ tx }: Trip, personId: string): Promise<number> {
  await tx.signInLink.deleteMany({ where: { personId } });
  const { count } = await tx.consoleSession.deleteMany({ where: { personId } });
  return count;
}
