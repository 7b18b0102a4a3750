import { z } from 'zod';
import { recordEvidence } from '../confidence/record-evidence.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { withdrawUnprompted } from '../delivery/withdraw-unprompted.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { createPage } from './create-page.ts';
import { joinPage } from './join-page.ts';
import { findCurrentTransitionId } from './page/find-current-transition-id.ts';
import { type NewPage, reasonOf } from './page/new-page.ts';
import { openKeyOf } from './page/page.ts';

export interface Raised {
  readonly pageId: string;
  readonly outcome: 'raised' | 'joined';
}

/**
 * Calls for a human. One page is open for each customer and transition: while there is one, these words join
 * it. Without a transition, any page of the customer that is open is the one; otherwise the current transition's.
 */
export async function raisePage(trip: Trip, raise: NewPage): Promise<Raised> {
  const { tx } = trip;
  const { customerId } = raise;
  const customer = await getCustomer(tx, customerId);
  const transitionId = raise.transitionId ?? (await findCurrentTransitionId(trip, customerId));
  const openKey = openKeyOf(customerId, transitionId);
  // Two raise at once: the second insert waits for the first and then finds its page.
  for (;;) {
    const openId = await lockOpenPage(trip, raise, openKey);
    if (openId) {
      await joinPage(trip, openId, raise);
      await countAsEvidence(trip, openId, raise);
      return { pageId: openId, outcome: 'joined' };
    }
    const pageId = await createPage(trip, { raise, customer, transitionId, openKey });
    if (pageId) {
      await withdrawUnprompted(trip, customerId, 'a page is open');
      await countAsEvidence(trip, pageId, raise);
      return { pageId, outcome: 'raised' };
    }
  }
}

const idRow = z.object({ id: z.string() });

const lockOne = statement(
  'lock-open-page',
  'SELECT id FROM page WHERE "openKey" = $1 FOR UPDATE',
  idRow,
);

const lockAny = statement(
  'lock-any-open-page',
  `SELECT id FROM page WHERE "customerId" = $2 AND "resolvedAt" IS NULL
   ORDER BY ("openKey" = $1) DESC, "raisedAt" DESC, id LIMIT 1 FOR UPDATE`,
  idRow,
);

async function lockOpenPage(
  { run }: Trip,
  { transitionId, customerId }: NewPage,
  openKey: string,
): Promise<string | null> {
  const [row] = transitionId
    ? await run(lockOne, [openKey])
    : await run(lockAny, [openKey, customerId]);
  return row?.id ?? null;
}

/** A customer who calls for help is in trouble; one page counts once, however often they write. */
async function countAsEvidence(trip: Trip, pageId: string, raise: NewPage): Promise<void> {
  if (raise.raisedBy !== 'customer') return;
  const page = await trip.tx.page.findUniqueOrThrow({ where: { id: pageId } });
  const { customerId, transitionId } = page;
  const note = reasonOf(raise);
  await recordEvidence(trip, {
    key: `page:${pageId}`,
    customerId,
    transitionId,
    kind: 'page',
    note,
  });
}
