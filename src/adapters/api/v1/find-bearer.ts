import { z } from 'zod';
import type { Ports } from '../../../shared/database.ts';
import { statement } from '../../../shared/statement.ts';
import { minute, plus } from '../../../shared/time.ts';
import { rights } from '../right.ts';
import { hashToken, isSameHash } from '../token.ts';
import type { Bearer } from './bearer.ts';

/** Finer than this nobody asks when a token was last used, and a write for each request would be dear. */
const useStep = minute;

/** Looks it up and notes its use, which nobody waits for the disk to hear of. */
const find = statement(
  'find-token',
  `WITH token AS (
     SELECT id, name, hash, customers, "mayPublish", may FROM api_token
     WHERE hash = $1 AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > $2)
   ), used AS (
     UPDATE api_token SET "lastUsedAt" = $2 FROM token
     WHERE api_token.id = token.id AND (api_token."lastUsedAt" IS NULL OR api_token."lastUsedAt" <= $3)
     RETURNING set_config('synchronous_commit', 'off', true)
   )
   SELECT * FROM token`,
  z.object({
    id: z.string(),
    name: z.string(),
    hash: z.string(),
    customers: z.array(z.string()),
    mayPublish: z.boolean(),
    may: z.array(z.string()),
  }),
);

/** The rights of this token, or null when it is unknown, revoked or has run out. */
export async function findBearer(
  { database, clock }: Ports,
  token: string,
): Promise<Bearer | null> {
  const hash = hashToken(token);
  const now = clock.now();
  const [row] = await database.write(find, [hash, now, plus(now, -useStep)]);
  if (!row || !isSameHash(row.hash, hash)) return null;
  const { id, name, customers, mayPublish } = row;
  return { id, name, customers, mayPublish, may: rights.filter(right => row.may.includes(right)) };
}
