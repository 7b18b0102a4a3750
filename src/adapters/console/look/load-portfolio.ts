import { z } from 'zod';
import type { Trip } from '../../../shared/database.ts';
import { statement } from '../../../shared/statement.ts';
import { listPortfolio } from '../../../situation/list-portfolio.ts';
import { listSorted } from '../../../situation/list-sorted.ts';
import type { PortfolioRow } from '../../../situation/portfolio.ts';
import type { Whose } from '../../../situation/portfolio-statement.ts';
import { type PortfolioWish, type SavedView, wishOf } from './portfolio-wish.ts';

/** A customer among the others. */
export interface Standing extends PortfolioRow {
  readonly advocateName: string;
  /** Whoever looks may say how often they are asked. */
  readonly maySet: boolean;
  readonly nextCheckInAt: Date | null;
}

/** The customers to look at first. */
export interface PortfolioLook {
  readonly wish: PortfolioWish;
  readonly rows: readonly Standing[];
  readonly total: number;
  /** What this person looks at again and again. */
  readonly views: readonly SavedView[];
}

/** How many one page shows; whoever is calmer is found by name. */
export const shownAtMost = 60;

const besideRow = z.object({
  customers: z
    .array(
      z.object({
        customerId: z.string(),
        advocateName: z.string().nullable(),
        managerId: z.string().nullable(),
        nextCheckInAt: z.coerce.date().nullable(),
      }),
    )
    .nullable(),
  views: z.array(z.object({ id: z.string(), name: z.string(), query: z.string() })).nullable(),
});

/** What stands beside these customers ($1), and what this person ($2) has kept: one statement for both. */
const beside = statement(
  'console-portfolio-beside',
  `SELECT
     (SELECT json_agg(json_build_object('customerId', c.id, 'advocateName', p.name, 'managerId', c."managerId",
         'nextCheckInAt', (SELECT min("dueAt") FROM cadence WHERE "customerId" = c.id AND NOT stopped)))
       FROM customer c LEFT JOIN person p ON p.id = COALESCE(c."standInId", c."advocateId")
       WHERE c.id = ANY ($1::text[])) AS customers,
     (SELECT json_agg(json_build_object('id', id, 'name', name, 'query', query) ORDER BY name)
       FROM portfolio_view WHERE "personId" = $2) AS views`,
  besideRow,
);

/** Who needs attention and why, the first one first: one statement more than `listPortfolio`, however many there are. */
export async function loadPortfolio(
  trip: Trip,
  personId: string,
  wish: PortfolioWish,
): Promise<PortfolioLook> {
  const whose = whoseOf(personId, wish);
  const { sort } = wish;
  const { rows, total } = sort
    ? await listSorted(trip, whose, { sort, most: shownAtMost })
    : await listPortfolio(trip, whose, shownAtMost);
  const [found] = await trip.run(beside, [rows.map(({ customerId }) => customerId), personId]);
  const known = new Map((found?.customers ?? []).map(row => [row.customerId, row]));
  return {
    wish,
    total,
    views: (found?.views ?? []).map(({ query, ...view }) => ({
      ...view,
      wish: wishOf(new URLSearchParams(query)),
    })),
    rows: rows.map(row => ({
      ...row,
      advocateName: known.get(row.customerId)?.advocateName ?? row.advocateId,
      nextCheckInAt: known.get(row.customerId)?.nextCheckInAt ?? null,
      maySet: known.get(row.customerId)?.managerId === personId,
    })),
  };
}

function whoseOf(personId: string, { isMine, letters, sign }: PortfolioWish): Whose {
  if (letters !== '') return { kind: 'named', letters };
  if (sign) return { kind: 'sign', sign };
  return isMine ? { kind: 'carer', personId } : { kind: 'everybody' };
}
