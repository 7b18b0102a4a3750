import { z } from 'zod';
import { pageCode } from '../../paging/page/page-code.ts';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const row = z.object({
  pageId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  personId: z.string(),
  messageId: z.string(),
});

/** A page that was sent to a number, and that nobody but its person has. */
export type RingingPage = z.infer<typeof row> & { readonly code: string };

/** Who is called under a number, and for what: known by what we sent there, never by what the sender says. */
const ringing = statement(
  'pages-of-number',
  `SELECT DISTINCT ON (p."raisedAt", p.id) p.id AS "pageId", p."customerId", k.name AS "customerName", c."personId",
     m.id AS "messageId"
   FROM page_call c JOIN page p ON p.id = c."pageId" JOIN message m ON m.key = c."messageKey"
     JOIN customer k ON k.id = p."customerId" JOIN person w ON w.id = c."personId"
   WHERE c.address = $1 AND c.via IN ('sms', 'voice') AND c.state <> 'planned' AND p."resolvedAt" IS NULL
     AND (p.state = 'open' OR p."ownerId" = c."personId") AND w.active
   ORDER BY p."raisedAt", p.id, c.via, c.id DESC`,
  row,
);

/** The pages that ring under a number, the oldest first. */
export async function findRingingPages({ run }: Trip, number: string): Promise<RingingPage[]> {
  const rows = await run(ringing, [number]);
  return rows.map(each => ({ ...each, code: pageCode(each.pageId) }));
}
