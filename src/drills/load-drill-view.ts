import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { findTransition } from '../transitions/find-transition.ts';
import type { Transition } from '../transitions/transition.ts';
import { type Drill, type DrillCall, drillCallFrom, drillFrom } from './drill.ts';
import { loadCoverage } from './load-coverage.ts';
import type { OpenStretch } from './proof.ts';

/** A drill with everything its cards say. */
export interface DrillView {
  readonly drill: Drill;
  readonly customer: Customer;
  readonly transition: Transition | null;
  readonly calls: readonly DrillCall[];
  readonly gaps: readonly OpenStretch[];
  nameOf(personId: string): string;
}

/** Reads a drill, whom it called, and where the window is open. */
export async function loadDrillView(trip: Trip, id: string): Promise<DrillView> {
  const { tx } = trip;
  const drill = drillFrom(await tx.drill.findUniqueOrThrow({ where: { id } }));
  const customer = await getCustomer(tx, drill.customerId);
  const transition = await findTransition(tx, drill.transitionId);
  const rows = await tx.drillCall.findMany({ where: { drillId: id }, orderBy: { dueAt: 'asc' } });
  const calls = rows.map(drillCallFrom).sort((a, b) => a.level - b.level);
  const ids = [...calls.map(({ personId }) => personId), drill.startedById, drill.signedById ?? ''];
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id: personId, name }) => [personId, name]));
  const coverage = transition && (await loadCoverage(trip, customer, transition));
  return {
    drill,
    customer,
    transition,
    calls,
    gaps: coverage?.gaps ?? [],
    nameOf: personId => names.get(personId) ?? personId,
  };
}
