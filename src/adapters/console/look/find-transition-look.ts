import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import type { Audience, Text } from '../../../delivery/audience.ts';
import type { Card } from '../../../delivery/card.ts';
import { resultCard } from '../../../drills/drill-card.ts';
import { loadDrillView } from '../../../drills/load-drill-view.ts';
import { ladderTexts } from '../../../readiness/ladder-words.ts';
import { loadLadder } from '../../../readiness/load-ladder.ts';
import type { Trip } from '../../../shared/database.ts';
import { findByKey } from '../../../transitions/find-by-key.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import type { Transition } from '../../../transitions/transition.ts';

/** A drill of a transition's ladder, as whoever looks reads it. */
export interface DrillLook {
  readonly id: string;
  readonly card: Card<'internal'>;
  /** It is over, counts, and waits for a signature. */
  readonly isUnsigned: boolean;
}

/** One transition with its plan, and whether it is prepared. */
export interface TransitionLook {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  /** Names of those whose steps they are. */
  readonly names: ReadonlyMap<string, string>;
  /** Who would be woken on each level through what is left of the window; empty once it is over. */
  readonly readiness: readonly Text<Audience>[];
  /** The newest drill; null when there has been none. */
  readonly drill: DrillLook | null;
}

/** A transition of this customer by its key; null when it has none. */
export async function findTransitionLook(
  trip: Trip,
  customerId: string,
  asking: { readonly key: string; readonly personId: string },
): Promise<TransitionLook | null> {
  const { tx, now } = trip;
  const found = await findByKey(trip, customerId, asking.key);
  if (!found) return null;
  const { transition, milestones } = found;
  const owners = await tx.person.findMany({
    where: { id: { in: milestones.flatMap(({ owner }) => owner?.personId ?? []) } },
    select: { id: true, name: true },
  });
  const customer = await getCustomer(tx, customerId);
  const { windowFrom, windowUntil } = transition;
  const left = { from: windowFrom > now ? windowFrom : now, until: windowUntil };
  const isAhead = left.from < left.until;
  return {
    customer,
    transition,
    milestones,
    names: new Map(owners.map(({ id, name }) => [id, name])),
    readiness: isAhead ? ladderTexts((await loadLadder(trip, customer, left)).levels, left) : [],
    drill: await findDrill(trip, transition.id, asking.personId),
  };
}

async function findDrill(
  trip: Trip,
  transitionId: string,
  personId: string,
): Promise<DrillLook | null> {
  const row = await trip.tx.drill.findFirst({
    where: { transitionId },
    orderBy: { startedAt: 'desc' },
  });
  if (!row) return null;
  const view = await loadDrillView(trip, row.id);
  const { state, signedAt, voidedAt } = view.drill;
  return {
    id: row.id,
    card: resultCard(view, personId),
    isUnsigned: state === 'done' && signedAt === null && voidedAt === null,
  };
}
