import { z } from 'zod';
import type { Ports } from '../../../shared/database.ts';
import { statement } from '../../../shared/statement.ts';
import { minute, since } from '../../../shared/time.ts';
import { rights } from '../right.ts';
import { hashToken, isSameHash } from '../token.ts';
import type { Bearer } from './bearer.ts';

/** Finer than this nobody asks when a token was last used, and a write for each request would be dear. */
const useStep = minute;

const noteUse = statement(
  'note-token-use',
  'UPDATE api_token SET "lastUsedAt" = $2 WHERE id = $1',
  z.never(),
);

const find = statement(
  'find-token',
  `SELECT id, name, hash, customers, "mayPublish", may, "lastUsedAt", "revokedAt", "expiresAt" FROM api_token WHERE hash = $1`,
  z.object({
    id: z.string(),
    name: z.string(),
    hash: z.string(),
    customers: z.array(z.string()),
    mayPublish: z.boolean(),
    may: z.array(z.string()),
    lastUsedAt: z.date().nullable(),
    revokedAt: z.date().nullable(),
    expiresAt: z.date().nullable(),
  }),
);

/** The rights of this token, or null when it is unknown, revoked or has run out. */
export async function findBearer(
  { database, clock }: Ports,
  token: string,
): Promise<Bearer | null> {
  const hash = hashToken(token);
  const [row] = await database.write(find, [hash]);
  if (!row || row.revokedAt !== null || !isSameHash(row.hash, hash)) return null;
  const now = clock.now();
  if (row.expiresAt && row.expiresAt <= now) return null;
  if (!row.lastUsedAt || since(row.lastUsedAt, now) >= useStep)
    await database.write(noteUse, [row.id, now]);
  const { id, name, customers, mayPublish } = row;
  return { id, name, customers, mayPublish, may: rights.filter(right => row.may.includes(right)) };
}
