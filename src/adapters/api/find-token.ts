import type { Tx } from '../../shared/database.ts';
import { hashToken, isSameHash } from './token.ts';

/** What a bearer may do. */
export interface Bearer {
  readonly id: string;
  readonly customers: readonly string[];
  readonly mayPublish: boolean;
}

/** The rights of this token, or null when it is unknown or revoked. */
export async function findToken(tx: Tx, token: string): Promise<Bearer | null> {
  const hash = hashToken(token);
  const row = await tx.apiToken.findUnique({ where: { hash } });
  if (!row || row.revokedAt !== null || !isSameHash(row.hash, hash)) return null;
  return { id: row.id, customers: row.customers, mayPublish: row.mayPublish };
}
