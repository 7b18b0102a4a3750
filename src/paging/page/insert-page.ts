import { withdrawingUnprompted } from '../../delivery/withdrawing-unprompted.ts';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { type Page, pageFrom, pageRow } from './page.ts';

/** A page as it begins. */
export type BegunPage = Pick<
  Page,
  | 'id'
  | 'customerId'
  | 'transitionId'
  | 'openKey'
  | 'raisedBy'
  | 'raisedById'
  | 'reason'
  | 'rule'
  | 'weight'
  | 'isShared'
  | 'placeId'
  | 'threadOf'
  | 'raisedAt'
  | 'policy'
  | 'level'
  | 'round'
  | 'levelSince'
  | 'dueAt'
> & { readonly callBack: unknown };

/** The words it was raised with have the page's own id. What we were about to ask the customer is not asked any more. */
const insert = statement(
  'insert-page',
  `WITH opened AS (
     INSERT INTO page (id, "customerId", "transitionId", "openKey", state, "raisedBy", "raisedById", reason, rule, "callBack",
       weight, "isShared", "placeId", "threadOf", "raisedAt", policy, level, round, "levelSince", "dueAt")
     VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9::jsonb, $10, $11, $12, $13, $14, $15::jsonb, $16, $17, $18, $19)
     ON CONFLICT ("openKey") DO NOTHING RETURNING *
   ), said AS (
     INSERT INTO page_words (id, "pageId", "personId", text, at)
     SELECT id, id, "raisedById", reason, "raisedAt" FROM opened
   ), quiet AS (
     ${withdrawingUnprompted({ customer: '$2', reason: "'a page is open'", now: '$14' })} AND EXISTS (SELECT FROM opened)
   )
   SELECT * FROM opened`,
  pageRow,
);

/** Writes down a new page, locked by this trip, and the words it was raised with; null while one with its key is open. */
export async function insertPage(trip: Trip, page: BegunPage): Promise<Page | null> {
  const { id, customerId, transitionId, openKey, raisedBy, raisedById, reason, rule } = page;
  const { callBack, weight, isShared, placeId, threadOf, raisedAt, policy } = page;
  const { level, round, levelSince, dueAt } = page;
  const [row] = await trip.run(insert, [
    ...[id, customerId, transitionId, openKey, raisedBy, raisedById, reason, rule],
    callBack === null ? null : JSON.stringify(callBack),
    ...[weight, isShared, placeId, threadOf, raisedAt, JSON.stringify(policy)],
    ...[level, round, levelSince, dueAt],
  ]);
  return row ? pageFrom(row) : null;
}
