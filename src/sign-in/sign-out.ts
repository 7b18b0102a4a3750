import type { Trip } from '../shared/database.ts';
import type { Session } from './session.ts';

/** Ends one session. */
export async function signOut({ tx }: Trip, { id }: Pick<Session, 'id'>): Promise<void> {
  await tx.consoleSession.deleteMany({ where: { id } });
}
