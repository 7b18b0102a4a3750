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
  `WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked (n int, hash text, now timestamptz, before timestamptz)),
   token AS (
     SELECT n, now, before, id, name, hash, customers, "mayPublish", may FROM api_token JOIN asked USING (hash)
     WHERE "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now)
   ), used AS (
     UPDATE api_token SET "lastUsedAt" = token.now FROM token
     WHERE api_token.id = token.id AND (api_token."lastUsedAt" IS NULL OR api_token."lastUsedAt" <= token.before)
     RETURNING set_config('synchronous_commit', 'off', true)
   )
   SELECT * FROM token`,
  z.object({
    n: z.number(),
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
  const [row] = await database.writeEach(find, { hash, now, before: plus(now, -useStep) });
  if (!row || !isSameHash(row.hash, hash)) return null;
  const { id, name, customers, mayPublish } = row;
  return { id, name, customers, mayPublish, may: rights.filter(right => row.may.includes(right)) };
}
