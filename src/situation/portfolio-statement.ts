import { z } from 'zod';
import { type Statement, statement } from '../shared/statement.ts';
import { riskWeights as weights } from './portfolio.ts';

/** Whose customers. A carer is their advocate, backup or manager. */
export type Whose =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'manager' | 'carer'; readonly personId: string }
  | { readonly kind: 'these'; readonly customerIds: readonly string[] }
  /** Those whose name has these letters in it. */
  | { readonly kind: 'named'; readonly letters: string }
  /** Those with a current transition in this phase, or with something of this kind about them. */
  | { readonly kind: 'sign'; readonly sign: Sign };

/** What customers may be picked out by. */
export const signNames = [
  'preparing',
  'live',
  'settling',
  'steady',
  'page',
  'silent',
  'owed',
] as const;
export type Sign = (typeof signNames)[number];

/** The value that a statement is given for these customers. */
export function scopeOf(whose: Whose): string | readonly string[] | null {
  switch (whose.kind) {
    case 'everybody':
      return null;
    case 'these':
      return whose.customerIds;
    case 'named':
      return whose.letters;
    case 'sign':
      return whose.sign;
    case 'manager':
    case 'carer':
      return whose.personId;
  }
}

/** "closedAt" chooses the index: what is kept is not looked at. */
const owed = `"closedAt" IS NULL AND state IN ('open', 'missed')`;

const whose: Readonly<Record<Whose['kind'], string>> = {
  everybody: `$1::text IS NULL`,
  manager: `c."managerId" = $1`,
  carer: `(c."advocateId" = $1 OR c."standInId" = $1 OR c."backupId" = $1 OR c."managerId" = $1)`,
  these: `c.id = ANY ($1::text[])`,
  named: `position(lower($1::text) IN lower(c.name)) > 0`,
  sign: `c.id IN (
    SELECT "customerId" FROM transition WHERE phase = $1::text
    UNION ALL SELECT "customerId" FROM page WHERE $1::text = 'page' AND "resolvedAt" IS NULL
    UNION ALL SELECT "customerId" FROM cadence WHERE $1::text = 'silent' AND "restingSince" IS NOT NULL
    UNION ALL SELECT "customerId" FROM promise WHERE $1::text = 'owed' AND ${owed})`,
};

/** A customer with all that its place among the others follows from. */
export const standingRow = z.object({
  customerId: z.string(),
  name: z.string(),
  advocateId: z.string(),
  timeZone: z.string(),
  businessHours: z.unknown(),
  publicHolidays: z.array(z.string()),
  /** Its most urgent transition that is not over. */
  transition: z
    .object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      phase: z.string(),
      phaseSince: z.coerce.date(),
      windowFrom: z.coerce.date(),
      windowUntil: z.coerce.date(),
    })
    .nullable(),
  openPages: z.number(),
  untakenSince: z.date().nullable(),
  /** The newest news, where the window is open. */
  newsAt: z.date().nullable(),
  silentSince: z.date().nullable(),
  lateSteps: z.number(),
  promisesDue: z.number(),
  promisesOverdue: z.number(),
});

export type StandingRow = z.infer<typeof standingRow>;

/** Its values: whose ($1), now ($2), a day later ($3), since when news is stale ($4), what can be news ($5), how many ($6). */
export type Size = 'few' | 'many';

/** A manager of more customers than this is answered by the walk of an index, not by looking at each of them. */
export const mostOfFew = 1_000;

/** How many rows the walk finds. */
export const mostOfMany = 20;

/** As `byUrgency` has it. */
const currentOf = (customerId: string): string => `
  SELECT t.* FROM transition t WHERE t."customerId" = ${customerId} AND t.phase <> 'graduated'
  ORDER BY t.phase <> 'live', CASE WHEN $2 < t."windowFrom" THEN t."windowFrom" - $2
    ELSE greatest(interval '0', $2 - t."windowUntil") END, t.id LIMIT 1`;

const newsOf = (customerId: string): string => `
  SELECT e.at FROM event e WHERE e."customerId" = ${customerId} AND e.visibility = 'shared' AND e.at <= $2
    AND e.kind = ANY ($5::text[]) AND e.data->>'automatic' IS DISTINCT FROM 'true'`;

/**
 * What is wrong with whom, in `riskOf`'s weights. There is little of each kind, and each has an index of its own. The
 * news are a subquery by itself: joined, the planner would read everybody's.
 */
const signs = (among: string): string => `
  SELECT "customerId", sum(weight) AS risk FROM (
    SELECT "customerId", ${weights.openPage} + CASE WHEN bool_or(state = 'open') THEN ${weights.untakenPage} ELSE 0 END AS weight
      FROM page WHERE "resolvedAt" IS NULL ${among} GROUP BY 1
    UNION ALL
    SELECT "customerId", CASE WHEN bool_or("promisedFor" < $2) THEN ${weights.overduePromise} ELSE 0 END
        + CASE WHEN bool_or("promisedFor" >= $2) THEN ${weights.promiseDue} ELSE 0 END
      FROM promise WHERE ${owed} AND "promisedFor" <= $3 ${among} GROUP BY 1
    UNION ALL
    SELECT DISTINCT "customerId", ${weights.lateStep} FROM milestone WHERE state = 'late' ${among}
    UNION ALL
    SELECT DISTINCT "customerId", ${weights.silent} FROM cadence WHERE "restingSince" IS NOT NULL ${among}
    UNION ALL
    SELECT DISTINCT "customerId", ${weights.stale} FROM transition live WHERE phase = 'live' AND "phaseSince" < $4 ${among}
      AND (${newsOf('live."customerId"')} AND e.at >= $4 LIMIT 1) IS NULL
  ) AS sign GROUP BY 1`;

const lackOfConfidence = `CASE WHEN t.id IS NULL THEN 0 ELSE 1 - coalesce(a.confidence, 0) END`;
const withCurrent = `LEFT JOIN LATERAL (${currentOf('c.id')}) t ON true LEFT JOIN assessment a ON a."transitionId" = t.id`;

const rankFew = (ours: string): string => `
  mine AS MATERIALIZED (SELECT c.id, c.name FROM customer c WHERE ${ours}),
  signs AS MATERIALIZED (${signs('AND "customerId" IN (SELECT id FROM mine)')}),
  ranked AS (
    SELECT c.id, coalesce(s.risk, 0) + ${lackOfConfidence} AS risk
    FROM mine c LEFT JOIN signs s ON s."customerId" = c.id ${withCurrent} ORDER BY risk DESC, c.name LIMIT $6::bigint
  )`;

/**
 * Whoever shows a sign stands before the calm, by more than confidence can make up for unless the sign is a small one:
 * so few are weighed. The calm are walked from the least sure on: EXISTS lets the planner believe that it soon ends.
 */
const rankMany = (ours: string): string => `
  signs AS MATERIALIZED (${signs('')}),
  signed AS MATERIALIZED (
    SELECT c.id, c.name, s.risk FROM signs s JOIN customer c ON c.id = s."customerId" WHERE ${ours}
  ), worried AS (
    SELECT c.id, c.name, c.risk + ${lackOfConfidence} AS risk FROM signed c ${withCurrent}
    WHERE c.risk >= coalesce((SELECT risk FROM signed ORDER BY risk DESC OFFSET ${mostOfMany - 1} LIMIT 1), 0) - 1
    ORDER BY 3 DESC, 2 LIMIT ${mostOfMany}
  ), calm AS (
    SELECT c.id, c.name, 1 - a.confidence AS risk FROM assessment a JOIN customer c ON c.id = a."customerId"
    WHERE ${ours} AND c.id NOT IN (SELECT "customerId" FROM signs)
      AND EXISTS (SELECT 1 FROM (${currentOf('a."customerId"')}) t WHERE t.id = a."transitionId")
    ORDER BY a.confidence LIMIT ${mostOfMany}
  ), found AS (SELECT * FROM worried UNION ALL SELECT * FROM calm),
  rest AS (
    SELECT c.id, c.name, 0 AS risk FROM customer c WHERE ${ours} AND c.id NOT IN (SELECT id FROM found)
    ORDER BY c.name LIMIT greatest(0, ${mostOfMany} - (SELECT count(*) FROM found))
  ), ranked AS (
    SELECT id, risk FROM (SELECT * FROM found UNION ALL SELECT * FROM rest) one ORDER BY risk DESC, name LIMIT $6::bigint
  )`;

const standing = `
  SELECT c.id AS "customerId", c.name, COALESCE(c."standInId", c."advocateId") AS "advocateId", c."timeZone", c."businessHours", c."publicHolidays",
    CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'name', t.name, 'kind', t.kind, 'phase', t.phase,
      'phaseSince', t."phaseSince", 'windowFrom', t."windowFrom", 'windowUntil', t."windowUntil") END AS transition,
    g."openPages", g."untakenSince", o."promisesDue", o."promisesOverdue",
    CASE WHEN t.phase = 'live' THEN (${newsOf('c.id')} ORDER BY e.at DESC LIMIT 1) END AS "newsAt",
    (SELECT min("restingSince") FROM cadence WHERE "customerId" = c.id AND "restingSince" IS NOT NULL) AS "silentSince",
    (SELECT count(*)::int FROM milestone WHERE "customerId" = c.id AND state = 'late') AS "lateSteps"
  FROM ranked JOIN customer c ON c.id = ranked.id LEFT JOIN LATERAL (${currentOf('c.id')}) t ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "openPages", min("raisedAt") FILTER (WHERE state = 'open') AS "untakenSince"
      FROM page WHERE "customerId" = c.id AND "resolvedAt" IS NULL
    ) g CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE "promisedFor" >= $2)::int AS "promisesDue",
        count(*) FILTER (WHERE "promisedFor" < $2)::int AS "promisesOverdue"
      FROM promise WHERE "customerId" = c.id AND ${owed} AND "promisedFor" <= $3
    ) o
  ORDER BY ranked.risk DESC, c.name`;

function rankStatement(kind: Whose['kind'], size: Size): Statement<StandingRow> {
  const rank = size === 'few' ? rankFew : rankMany;
  return statement(
    `portfolio-${kind}-${size}`,
    `WITH ${rank(whose[kind])} ${standing}`,
    standingRow,
  );
}

function statements<Row>(make: (kind: Whose['kind']) => Statement<Row>) {
  return {
    everybody: make('everybody'),
    manager: make('manager'),
    carer: make('carer'),
    these: make('these'),
    named: make('named'),
    sign: make('sign'),
  } satisfies Record<Whose['kind'], Statement<Row>>;
}

/** The customers to look at first, the first one first. */
export const rankStatements = {
  few: statements(kind => rankStatement(kind, 'few')),
  many: statements(kind => rankStatement(kind, 'many')),
} satisfies Record<Size, Record<Whose['kind'], Statement<StandingRow>>>;

/** By what customers may be put in order, beside how urgently somebody should look at them. */
export const sortNames = ['name', 'confidence', 'check-in', 'silence'] as const;
export type Sort = (typeof sortNames)[number];

/** The first one first; whoever has nothing of the kind stands at the end. */
const sortKeys: Readonly<Record<Sort, string>> = {
  name: 'lower(c.name)',
  confidence: 'CASE WHEN t.id IS NULL THEN NULL ELSE coalesce(a.confidence, 0) END',
  'check-in': `(SELECT min("dueAt") FROM cadence WHERE "customerId" = c.id AND NOT stopped)`,
  silence: `(SELECT min("restingSince") FROM cadence WHERE "customerId" = c.id AND "restingSince" IS NOT NULL)`,
};

/** Its values: whose ($1), now ($2), a day later ($3), how many ($4), what can be news ($5). */
function sortStatement(kind: Whose['kind'], sort: Sort): Statement<StandingRow> {
  return statement(
    `portfolio-${kind}-by-${sort}`,
    `WITH ranked AS (
       SELECT c.id, -(row_number() OVER (ORDER BY ${sortKeys[sort]} NULLS LAST, c.name, c.id)) AS risk
       FROM customer c ${sort === 'confidence' ? withCurrent : ''} WHERE ${whose[kind]} ORDER BY 2 DESC LIMIT $4::bigint
     ) ${standing}`,
    standingRow,
  );
}

/** Customers in the order that somebody asks for. */
export const sortStatements = {
  name: statements(kind => sortStatement(kind, 'name')),
  confidence: statements(kind => sortStatement(kind, 'confidence')),
  'check-in': statements(kind => sortStatement(kind, 'check-in')),
  silence: statements(kind => sortStatement(kind, 'silence')),
} satisfies Record<Sort, Record<Whose['kind'], Statement<StandingRow>>>;

/** How many customers there are. */
export const countStatements = statements(kind =>
  statement(
    `portfolio-${kind}-count`,
    `SELECT count(*)::int AS count FROM customer c WHERE ${whose[kind]}`,
    z.object({ count: z.number() }),
  ),
);
