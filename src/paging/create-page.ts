import type { Customer } from '../customers/customer.ts';
import type { Json, Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { takeStep } from './chase/take-step.ts';
import { stepFrom } from './ladder/chase.ts';
import { loadRoster } from './ladder/load-roster.ts';
import { callBackColumn } from './page/call-back.ts';
import { getPolicy } from './page/get-policy.ts';
import { getRaisedFact } from './page/get-raised-fact.ts';
import { type NewPage, reasonOf, weightOf } from './page/new-page.ts';
import { lockPage } from './page/page-lock.ts';
import { findReceiptPlace } from './show/find-receipt-place.ts';
import { showPage } from './show/show-page.ts';

export interface PageToCreate {
  readonly raise: NewPage;
  readonly customer: Customer;
  readonly transitionId: string | null;
  readonly openKey: string;
}

/** Opens a page and calls its first level; null when one with this key was opened meanwhile. */
export async function createPage(
  trip: Trip,
  { raise, customer, transitionId, openKey }: PageToCreate,
): Promise<string | null> {
  const { tx, now, random } = trip;
  const id = random.id();
  const reason = reasonOf(raise);
  const weight = weightOf(raise);
  const policy = await getPolicy(trip, { customer, transitionId, weight });
  const row = {
    id,
    customerId: customer.id,
    transitionId,
    openKey,
    state: 'open' as const,
    raisedBy: raise.raisedBy,
    raisedById: raise.raisedById ?? null,
    reason,
    rule: raise.rule ?? null,
    ...(raise.callBack ? { callBack: callBackColumn(raise.callBack) } : {}),
    weight,
    isShared: raise.isShared,
    ...(await findReceiptPlace(tx, raise)),
    raisedAt: now,
    policy: policy as unknown as Json,
    dueAt: now,
  };
  const { count } = await tx.page.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return null;
  await tx.pageWords.create({
    data: { id, pageId: id, personId: row.raisedById, text: reason, at: now },
  });
  const page = await lockPage(trip, id);
  const roster = await loadRoster(tx, customer, { escalation: policy });
  const step = stepFrom({ escalation: policy, roster, called: [] }, { level: 0, round: 0 }, now);
  await recordEvent(trip, await getRaisedFact(trip, page));
  await takeStep(trip, { page, roster, step });
  await showPage(trip, id);
  return id;
}
