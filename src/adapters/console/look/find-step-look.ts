import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import { findPerson } from '../../../customers/find-person.ts';
import { findToldPlace } from '../../../customers/find-told-place.ts';
import type { Card } from '../../../delivery/card.ts';
import type { Trip } from '../../../shared/database.ts';
import { openly } from '../../../timeline/event.ts';
import { findByKey } from '../../../transitions/find-by-key.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { movedSlipCard } from '../../../transitions/slip.ts';
import { type PlannedSlip, planSlip } from '../../../transitions/slip-plan.ts';
import type { Transition } from '../../../transitions/transition.ts';

/** Which step somebody looks at, and the new time they think of. */
export interface StepWish {
  readonly key: string;
  readonly step: string;
  /** On the customer's clock without a zone, or an instant; null = none is thought of. */
  readonly to: Date | null;
  readonly reason: string | null;
}

/** What a new time would lead to. */
export interface SlipPreview {
  readonly to: Date;
  readonly reason: string | null;
  readonly planned: PlannedSlip;
  /** What the customer would read; null where nothing would move. */
  readonly card: Card<'shared'> | null;
  /** Where the customer reads it; null = only when it asks. */
  readonly placeName: string | null;
}

/** One step of a plan. */
export interface StepLook {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly step: Milestone;
  readonly ownerName: string | null;
  readonly preview: SlipPreview | null;
}

/** A step of this customer's plan; null when there is none such. */
export async function findStepLook(
  trip: Trip,
  customerId: string,
  { key, step: stepKey, to, reason }: StepWish,
): Promise<StepLook | null> {
  const { tx, now } = trip;
  const found = await findByKey(trip, customerId, key);
  const step = found?.milestones.find(one => one.key === stepKey);
  if (!found || !step) return null;
  const customer = await getCustomer(tx, customerId);
  const owner = await findPerson(tx, step.owner?.personId ?? null);
  const siblings = found.milestones;
  const planned = to && planSlip({ milestone: step, siblings }, { to, reason }, now);
  return {
    customer,
    transition: found.transition,
    step,
    ownerName: owner?.name ?? null,
    preview: planned && {
      to,
      reason,
      planned,
      ...(await readersOf(trip, customer, planned)),
    },
  };
}

async function readersOf(
  { tx }: Pick<Trip, 'tx'>,
  { id, advocateId }: Customer,
  planned: PlannedSlip,
): Promise<Pick<SlipPreview, 'card' | 'placeName'>> {
  if (planned.outcome !== 'slipped') return { card: null, placeName: null };
  const advocate = await findPerson(tx, advocateId);
  const place = await findToldPlace(tx, id);
  const row = place && (await tx.place.findUnique({ where: { id: place.id } }));
  const knower = advocate ? openly(advocate.name) : null;
  return {
    card: movedSlipCard(id, { words: planned.words, knower }, planned.moves),
    placeName: row ? row.name || row.id : null,
  };
}
