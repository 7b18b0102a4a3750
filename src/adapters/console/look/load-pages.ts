import { z } from 'zod';
import type { PageState, Trip } from '../../../shared/database.ts';
import { statement } from '../../../shared/statement.ts';
import { day, plus } from '../../../shared/time.ts';

/** Which pages somebody wants to see. */
export interface PagesWish {
  readonly which: 'open' | 'resolved';
  /** Only those raised before it; null = the newest. */
  readonly before: Date | null;
}

/** One page in the list. */
export interface PageLine {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly state: PageState;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly ownerName: string | null;
}

/** How fast pages were answered, in minutes; null where there is none to count. */
export interface Pace {
  readonly pages: number;
  readonly minutesToTake: number | null;
  readonly minutesToResolve: number | null;
}

export interface PagesLook {
  readonly wish: PagesWish;
  readonly lines: readonly PageLine[];
  /** Of the last thirty days. */
  readonly pace: Pace;
}

export const pagesAtOnce = 60;

const line = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  state: z.enum(['open', 'acknowledged', 'resolved']),
  reason: z.string(),
  raisedAt: z.date(),
  acknowledgedAt: z.date().nullable(),
  resolvedAt: z.date().nullable(),
  ownerName: z.string().nullable(),
});

const lines = (which: PagesWish['which']) =>
  statement(
    `console-pages-${which}`,
    `SELECT p.id, p."customerId", c.name AS "customerName", p.state::text AS state, left(p.reason, 300) AS reason, p."raisedAt",
       p."acknowledgedAt", p."resolvedAt", o.name AS "ownerName"
     FROM page p JOIN customer c ON c.id = p."customerId" LEFT JOIN person o ON o.id = p."ownerId"
     WHERE p."resolvedAt" IS ${which === 'open' ? '' : 'NOT'} NULL AND ($1::timestamptz IS NULL OR p."raisedAt" < $1)
     ORDER BY p."raisedAt" DESC, p.id DESC LIMIT $2`,
    line,
  );

const list = { open: lines('open'), resolved: lines('resolved') };

const median = (column: string): string =>
  `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "${column}" - "raisedAt") / 60) FILTER (WHERE "${column}" IS NOT NULL)`;

const paceOf = statement(
  'console-pages-pace',
  `SELECT count(*)::int AS pages, ${median('acknowledgedAt')}::float8 AS "minutesToTake",
     ${median('resolvedAt')}::float8 AS "minutesToResolve" FROM page WHERE "raisedAt" >= $1`,
  z.object({
    pages: z.number(),
    minutesToTake: z.number().nullable(),
    minutesToResolve: z.number().nullable(),
  }),
);

/** The pages of every customer, the newest first, and how fast they were answered. */
export async function loadPages(
  { run, now }: Pick<Trip, 'run' | 'now'>,
  wish: PagesWish,
): Promise<PagesLook> {
  const found = await run(list[wish.which], [wish.before, pagesAtOnce]);
  const [pace] = await run(paceOf, [plus(now, -30 * day)]);
  return {
    wish,
    lines: found,
    pace: pace ?? { pages: 0, minutesToTake: null, minutesToResolve: null },
  };
}
