import { z } from 'zod';
import type { PageState, Trip } from '../../../shared/database.ts';
import { type Statement, statement } from '../../../shared/statement.ts';
import { day, plus } from '../../../shared/time.ts';

/** Which pages somebody wants to see. */
export interface PagesWish {
  readonly which: 'open' | 'resolved';
  /** Only those raised before it; null = the newest. */
  readonly before: Date | null;
  /** By what the times of the last thirty days are told apart; null = not at all. */
  readonly by: PaceBy | null;
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

/** What pages are told apart by. */
export const paceKinds = ['customer', 'person', 'level', 'medium'] as const;
export type PaceBy = (typeof paceKinds)[number];

/** How fast some of them were answered. */
export interface PaceLine extends Pace {
  readonly label: string;
}

export interface PagesLook {
  readonly wish: PagesWish;
  readonly lines: readonly PageLine[];
  /** Of the last thirty days. */
  readonly pace: Pace;
  readonly paces: readonly PaceLine[];
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

const paceRow = z.object({
  pages: z.number(),
  minutesToTake: z.number().nullable(),
  minutesToResolve: z.number().nullable(),
});

const paceOf = statement(
  'console-pages-pace',
  `SELECT count(*)::int AS pages, ${median('acknowledgedAt')}::float8 AS "minutesToTake",
     ${median('resolvedAt')}::float8 AS "minutesToResolve" FROM page WHERE "raisedAt" >= $1`,
  paceRow,
);

/** The last call that whoever has a page had for it before they had it: what answered. */
const answeredCall = `LEFT JOIN LATERAL (SELECT k.level, k.via FROM page_call k JOIN message m ON m.key = k."messageKey"
    WHERE k."pageId" = p.id AND k."personId" = p."ownerId" AND m."createdAt" <= p."acknowledgedAt"
    ORDER BY m."createdAt" DESC LIMIT 1) k ON true`;

const labels: Readonly<Record<PaceBy, readonly [label: string, join: string]>> = {
  customer: ['c.name', 'JOIN customer c ON c.id = p."customerId"'],
  person: [`coalesce(o.name, 'Nobody')`, 'LEFT JOIN person o ON o.id = p."ownerId"'],
  level: [`coalesce('level ' || (k.level + 1), 'not by a call')`, answeredCall],
  medium: [`coalesce(k.via, 'not by a call')`, answeredCall],
};

const pacesBy = Object.fromEntries(
  paceKinds.map(by => {
    const [label, join] = labels[by];
    return [
      by,
      statement(
        `console-pages-pace-${by}`,
        `SELECT ${label} AS label, count(*)::int AS pages, ${median('acknowledgedAt')}::float8 AS "minutesToTake",
           ${median('resolvedAt')}::float8 AS "minutesToResolve"
         FROM page p ${join} WHERE p."raisedAt" >= $1 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30`,
        paceRow.extend({ label: z.string() }),
      ),
    ];
  }),
) as Readonly<Record<PaceBy, Statement<PaceLine>>>;

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
    paces: wish.by ? await run(pacesBy[wish.by], [plus(now, -30 * day)]) : [],
  };
}
