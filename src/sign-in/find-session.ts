import { z } from 'zod';
import { contactColumn, personFrom } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { hashSecret } from './secret.ts';
import { isGood, type Session } from './session.ts';

const find = statement(
  'find-console-session',
  `SELECT s.id AS "sessionId", s.hash, s.since, s."renewedAt", p.id, p.name, p.side, p."customerId", p."partnerOf", p."timeZone", p.contact,
     p.skills, p.active
   FROM console_session s JOIN person p ON p.id = s."personId" WHERE s.hash = $1 OR s."formerHash" = $1`,
  z.object({
    sessionId: z.string(),
    hash: z.string(),
    since: z.date(),
    renewedAt: z.date(),
    id: z.string(),
    name: z.string(),
    side: z.string(),
    customerId: z.string().nullable(),
    partnerOf: z.array(z.string()),
    timeZone: z.string(),
    contact: contactColumn,
    skills: z.array(z.string()),
    active: z.boolean(),
  }),
);

/** The session behind a secret; null when there is none, it is over, or its person has left. */
export async function findSession(
  { run, now }: Pick<Trip, 'run' | 'now'>,
  secret: string,
): Promise<Session | null> {
  const hash = hashSecret(secret);
  const [row] = await run(find, [hash]);
  if (!row) return null;
  const { sessionId, since, renewedAt } = row;
  const standing = { id: sessionId, since, renewedAt, isFormer: row.hash !== hash };
  const person = personFrom(row);
  const isOurs = person.active && person.side === 'vendor';
  return isOurs && isGood(standing, now) ? { ...standing, person } : null;
}
