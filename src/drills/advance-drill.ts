import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { earliest, hour, plus } from '../shared/time.ts';
import { findTransition } from '../transitions/find-transition.ts';
import { type Drill, drillCallFrom, drillFrom } from './drill.ts';
import { loadCoverage } from './load-coverage.ts';
import { planDrillCalls } from './plan-drill-calls.ts';
import { changedSince } from './proof.ts';
import { showDrill } from './show-drill.ts';

/** Whatever changes what a drill proved has it looked at again at once; this is the net under that. */
const lookAgainAfter = 6 * hour;

/** Engine handler: the next level of a running drill, or its end; and of one that is over, whether it still holds. */
export async function advanceDrill(trip: Trip, id: string): Promise<void> {
  const drill = drillFrom(await trip.tx.drill.findUniqueOrThrow({ where: { id } }));
  if (drill.state === 'done') return lookAgain(trip, drill);
  const { tx } = trip;
  const customer = await getCustomer(tx, drill.customerId);
  const transition = await findTransition(tx, drill.transitionId);
  const rows = await tx.drillCall.findMany({ where: { drillId: id }, orderBy: { id: 'asc' } });
  const calls = rows.map(drillCallFrom);
  // What the last level still had planned is over with it.
  await tx.drillCall.updateMany({
    where: { drillId: id, state: 'planned' },
    data: { state: 'stood-down', dueAt: null },
  });
  if (transition) {
    const { roster } = await loadCoverage(trip, customer, transition);
    const from = calls.length > 0 ? drill.level + 1 : 0;
    if (await planDrillCalls(trip, { drill, roster, calls, from })) return;
  }
  await tx.drill.update({ where: { id }, data: { state: 'done', dueAt: trip.now } });
  await showDrill(trip, id);
  await lookAgain(trip, { ...drill, state: 'done' });
}

async function lookAgain(trip: Trip, drill: Drill): Promise<void> {
  const { tx, now } = trip;
  const where = { id: drill.id };
  const transition = await findTransition(tx, drill.transitionId);
  const isOver = !transition || transition.windowUntil <= now;
  if (isOver || drill.voidedAt) {
    await tx.drill.update({ where, data: { dueAt: null } });
    return;
  }
  const customer = await getCustomer(tx, drill.customerId);
  const { proof } = await loadCoverage(trip, customer, transition);
  const voided = changedSince(drill.proof, proof);
  if (voided === null) {
    const dueAt = earliest([plus(now, lookAgainAfter), transition.windowUntil]);
    await tx.drill.update({ where, data: { dueAt } });
    return;
  }
  await tx.drill.update({ where, data: { voided, voidedAt: now, dueAt: null } });
  await showDrill(trip, drill.id);
}
