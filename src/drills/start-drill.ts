import type { Customer } from '../customers/customer.ts';
import type { Json, Trip } from '../shared/database.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import type { Transition } from '../transitions/transition.ts';
import { advanceDrill } from './advance-drill.ts';
import { loadCoverage } from './load-coverage.ts';
import { planDrillCalls } from './plan-drill-calls.ts';

/** What became of the wish for a drill. */
export type Started =
  | { readonly kind: 'started' | 'running'; readonly transition: Transition }
  | { readonly kind: 'no-window' };

/** Runs the ladder of the customer's next window, or of the one that is open: everybody on it is called, and marked as a drill. */
export async function startDrill(
  trip: Trip,
  { customer, byId }: { customer: Customer; byId: string },
): Promise<Started> {
  const { tx, now, random } = trip;
  const ahead = await findCurrentTransitions(tx, customer.id, now);
  const transition = ahead.find(({ windowUntil }) => windowUntil > now);
  if (!transition) return { kind: 'no-window' };
  // Two who ask at once must not have everybody called twice.
  await tx.$queryRaw`SELECT id FROM transition WHERE id = ${transition.id} FOR UPDATE`;
  const same = { transitionId: transition.id, state: 'running' };
  if ((await tx.drill.count({ where: same })) > 0) return { kind: 'running', transition };
  const { policy, roster, proof } = await loadCoverage(trip, customer, transition);
  const drill = await tx.drill.create({
    data: {
      id: random.id(),
      customerId: customer.id,
      ...same,
      startedById: byId,
      startedAt: now,
      level: 0,
      policy: policy as unknown as Json,
      proof: proof as unknown as Json,
    },
  });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: 'drill',
      customerId: customer.id,
      subject: transition.id,
    },
  });
  const isCalling = await planDrillCalls(trip, {
    drill: { id: drill.id, policy },
    roster,
    calls: [],
    from: 0,
  });
  if (!isCalling) await advanceDrill(trip, drill.id);
  return { kind: 'started', transition };
}
