import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const ownPageRow = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  state: z.enum(['open', 'acknowledged']),
  reason: z.string(),
  raisedAt: z.date(),
  ownerName: z.string().nullable(),
  /** This person has it. */
  isMine: z.boolean(),
  /** This person was called for it; a call that is only planned is none yet. */
  isCalled: z.boolean(),
  /** It is about a customer this person manages. */
  isManaged: z.boolean(),
});

/** A page that is not resolved, as somebody sees it whom it concerns. */
export type OwnPage = z.infer<typeof ownPageRow>;

/** Only what is unresolved is looked at: that is little, and has an index of its own. */
const ownPages = statement(
  'own-pages',
  `SELECT * FROM (
     SELECT p.id, p."customerId", coalesce(c.name, p."customerId") AS "customerName", p.state, p.reason, p."raisedAt",
       o.name AS "ownerName", coalesce(p."ownerId" = $1, false) AS "isMine", coalesce(c."managerId" = $1, false) AS "isManaged",
       EXISTS (SELECT 1 FROM page_call k WHERE k."pageId" = p.id AND k."personId" = $1 AND k.state <> 'planned') AS "isCalled"
     FROM page p LEFT JOIN customer c ON c.id = p."customerId" LEFT JOIN person o ON o.id = p."ownerId"
     WHERE p."resolvedAt" IS NULL
   ) AS page WHERE "isMine" OR "isCalled" OR "isManaged" ORDER BY "raisedAt", id`,
  ownPageRow,
);

/** The unresolved pages this person has, was called for, or answers for as a manager; the oldest first. */
export async function listOwnPages({ run }: Trip, personId: string): Promise<OwnPage[]> {
  return run(ownPages, [personId]);
}
