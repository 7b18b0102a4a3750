import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import type { NewPage } from './new-page.ts';
import { openKeyOf } from './page.ts';

/** What words that call for a human meet. */
export interface Underway {
  /** What they are about: as was said, else the transition the customer is most likely speaking of. */
  readonly transitionId: string | null;
  /** The open page they join, locked by this trip. */
  readonly openId: string | null;
}

const lockOne = statement(
  'lock-open-page',
  'SELECT id FROM page WHERE "openKey" = $1 FOR UPDATE',
  z.object({ id: z.string() }),
);

/** The live transition, else the one whose window is nearest; its page before any other of the customer's. */
const lockAny = statement(
  'lock-underway',
  `WITH current AS (
     SELECT id FROM transition WHERE "customerId" = $1 AND phase <> 'graduated'
     ORDER BY phase = 'live' DESC, CASE WHEN phase = 'live' THEN 0 ELSE abs(extract(epoch FROM "windowFrom" - $2)) END,
       "windowFrom", id LIMIT 1
   ), open AS (
     SELECT id FROM page WHERE "customerId" = $1 AND "resolvedAt" IS NULL
     ORDER BY "openKey" = coalesce((SELECT id FROM current), $3) DESC, "raisedAt" DESC, id LIMIT 1 FOR UPDATE
   )
   SELECT (SELECT id FROM current) AS "transitionId", (SELECT id FROM open) AS "openId"`,
  z.object({ transitionId: z.string().nullable(), openId: z.string().nullable() }),
);

/** The transition that is meant, and the page that is open: of that transition where it was said, else any of the customer's. */
export async function lockUnderway({ run, now }: Trip, raise: NewPage): Promise<Underway> {
  const { customerId, transitionId } = raise;
  if (transitionId) {
    const [row] = await run(lockOne, [openKeyOf(customerId, transitionId)]);
    return { transitionId, openId: row?.id ?? null };
  }
  const [row] = await run(lockAny, [customerId, now, openKeyOf(customerId, null)]);
  return row ?? { transitionId: null, openId: null };
}
