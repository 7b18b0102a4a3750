import type { Customer } from '../customers/customer.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { beginCalling } from './chase/begin-calling.ts';
import { standingWith, stepFrom } from './ladder/chase.ts';
import { loadRoster } from './ladder/load-roster.ts';
import { callBackColumn } from './page/call-back.ts';
import { getPolicy } from './page/get-policy.ts';
import { getRaisedFact } from './page/get-raised-fact.ts';
import { insertPage } from './page/insert-page.ts';
import { type NewPage, reasonOf, weightOf } from './page/new-page.ts';
import { openKeyOf, type Page } from './page/page.ts';
import { findReceiptPlace } from './show/find-receipt-place.ts';

export interface PageToCreate {
  readonly raise: NewPage;
  readonly customer: Customer;
  readonly transitionId: string | null;
}

export interface CreatedPage {
  readonly page: Page;
  /** Who was called, or will be, in the order of their first calls. */
  readonly called: readonly string[];
}

/** Opens a page and calls its first level at once; null when one with this key was opened meanwhile. */
export async function createPage(
  trip: Trip,
  { raise, customer, transitionId }: PageToCreate,
): Promise<CreatedPage | null> {
  const { tx, now, random } = trip;
  const weight = weightOf(raise);
  const policy = await getPolicy(trip, { customer, transitionId, weight });
  const roster = await loadRoster(tx, customer, { escalation: policy });
  const step = stepFrom({ escalation: policy, roster, called: [] }, { level: 0, round: 0 }, now);
  const page = await insertPage(trip, {
    id: random.id(),
    customerId: customer.id,
    transitionId,
    openKey: openKeyOf(customer.id, transitionId),
    raisedBy: raise.raisedBy,
    raisedById: raise.raisedById ?? null,
    reason: reasonOf(raise),
    rule: raise.rule ?? null,
    callBack: raise.callBack ? callBackColumn(raise.callBack) : null,
    weight,
    isShared: raise.isShared,
    ...(await findReceiptPlace(tx, raise)),
    raisedAt: now,
    policy,
    ...standingWith(step, now),
  });
  if (!page) return null;
  await recordEvent(trip, await getRaisedFact(trip, page));
  const calls = await beginCalling(trip, { page, customer, roster, step });
  return { page, called: [...new Set(calls.map(({ personId }) => personId))] };
}
