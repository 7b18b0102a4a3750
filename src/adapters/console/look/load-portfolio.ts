import { z } from 'zod';
import type { Trip } from '../../../shared/database.ts';
import { statement } from '../../../shared/statement.ts';
import { listPortfolio } from '../../../situation/list-portfolio.ts';
import type { PortfolioRow } from '../../../situation/portfolio.ts';
import type { Sign, Whose } from '../../../situation/portfolio-statement.ts';

/** Which customers somebody wants to see. */
export interface PortfolioWish {
  readonly isMine: boolean;
  /** Letters of their names; empty for all. */
  readonly letters: string;
  /** Those of one phase, or with something of one kind about them; null for all. */
  readonly sign: Sign | null;
}

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
}

/** How many one page shows; whoever is calmer is found by name. */
export const shownAtMost = 60;

const besideRow = z.object({
  customerId: z.string(),
  advocateName: z.string().nullable(),
  managerId: z.string().nullable(),
  nextCheckInAt: z.date().nullable(),
});

const beside = statement(
  'console-portfolio-beside',
  `SELECT c.id AS "customerId", p.name AS "advocateName", c."managerId",
     (SELECT min("dueAt") FROM cadence WHERE "customerId" = c.id AND NOT stopped) AS "nextCheckInAt"
   FROM customer c LEFT JOIN person p ON p.id = COALESCE(c."standInId", c."advocateId") WHERE c.id = ANY ($1::text[])`,
  besideRow,
);

/** Who needs attention and why, the first one first: one statement more than `listPortfolio`, however many there are. */
export async function loadPortfolio(
  trip: Trip,
  personId: string,
  wish: PortfolioWish,
): Promise<PortfolioLook> {
  const { rows, total } = await listPortfolio(trip, whoseOf(personId, wish), shownAtMost);
  const found = await trip.run(beside, [rows.map(({ customerId }) => customerId)]);
  const known = new Map(found.map(row => [row.customerId, row]));
  return {
    wish,
    total,
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
