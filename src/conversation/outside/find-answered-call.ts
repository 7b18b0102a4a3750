import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const row = z.object({
  messageId: z.string(),
  pageId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  personId: z.string(),
});

/** The call of a page that somebody answers in. */
export type AnsweredCall = z.infer<typeof row>;

const answered = statement(
  'call-of-message',
  `SELECT m.id AS "messageId", c."pageId", p."customerId", k.name AS "customerName", c."personId"
   FROM message m JOIN page_call c ON c."messageKey" = m.key JOIN page p ON p.id = c."pageId"
     JOIN customer k ON k.id = p."customerId" JOIN person w ON w.id = c."personId"
   WHERE m.id = $1 AND w.active AND w.side = 'vendor'`,
  row,
);

/** The call behind one of our messages; null when it calls nobody, or somebody who has left. */
export async function findAnsweredCall(
  { run }: Trip,
  messageId: string,
): Promise<AnsweredCall | null> {
  const [found] = await run(answered, [messageId]);
  return found ?? null;
}
