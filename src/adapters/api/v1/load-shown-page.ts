import { z } from 'zod';
import { type Page, pageFrom, pageRow } from '../../../paging/page/page.ts';
import { mapping } from '../../../setup/shape.ts';
import type { Trip } from '../../../shared/database.ts';
import { NotFoundError } from '../../../shared/errors.ts';
import { statement } from '../../../shared/statement.ts';
import { moment } from './fields.ts';

/** A page as other systems see it. */
export const shownPage = mapping({
  id: z.string(),
  customer: z.string(),
  transition: z.string().nullable(),
  state: z.enum(['open', 'acknowledged', 'resolved']),
  raisedBy: z.enum(['customer', 'vendor', 'rule', 'api']),
  reason: z.string(),
  weight: z.string(),
  isShared: z.boolean(),
  raisedAt: moment,
  level: z.number().int(),
  called: z.array(z.string()),
  owner: z.string().nullable(),
  acknowledgedAt: moment.nullable(),
  nextWordAt: moment.nullable(),
  resolvedAt: moment.nullable(),
  resolution: z.string().nullable(),
  confirmed: z.boolean().nullable(),
  joined: z.number().int(),
});

export type ShownPage = z.output<typeof shownPage>;

/** In one statement, with everybody it has called or will call now, in the order of their first calls. */
const load = statement(
  'shown-page',
  `SELECT page.*, ARRAY(SELECT "personId" FROM page_call WHERE "pageId" = page.id GROUP BY "personId" ORDER BY min(id)) AS called
   FROM page WHERE id = $1`,
  pageRow.extend({ called: z.array(z.string()) }),
);

/** The page with this id as other systems see it; throws NotFoundError. */
export async function loadShownPage({ run }: Trip, id: string): Promise<ShownPage> {
  const [row] = await run(load, [id]);
  if (!row) throw new NotFoundError(`There is no page "${id}".`);
  return shownFrom(pageFrom(row), row.called);
}

/** A page as other systems see it, with everybody it has called or will call now. */
export function shownFrom(page: Page, called: readonly string[]): ShownPage {
  const { id, customerId, ownerId } = page;
  return {
    id,
    customer: customerId,
    transition: page.transitionId?.split('/')[1] ?? null,
    state: page.state,
    raisedBy: page.raisedBy,
    reason: page.reason,
    weight: page.weight,
    isShared: page.isShared,
    raisedAt: page.raisedAt.toISOString(),
    level: page.level,
    called: ownerId && !called.includes(ownerId) ? [...called, ownerId] : [...called],
    owner: ownerId,
    acknowledgedAt: page.acknowledgedAt?.toISOString() ?? null,
    nextWordAt: page.nextWordAt?.toISOString() ?? null,
    resolvedAt: page.resolvedAt?.toISOString() ?? null,
    resolution: page.resolution,
    confirmed: page.confirmed,
    joined: page.joined,
  };
}
