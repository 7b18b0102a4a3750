import type { Tx } from '../shared/database.ts';
import { byUrgency, type Transition, transitionFrom } from './transition.ts';

/** The customer's transitions that are not over: live ones first, then the nearest window. */
export async function findCurrentTransitions(
  tx: Tx,
  customerId: string,
  now: Date,
): Promise<Transition[]> {
  const rows = await tx.transition.findMany({
    where: { customerId, phase: { not: 'graduated' } },
  });
  return byUrgency(rows.map(transitionFrom), now);
}

/** The transition that matters most right now, or null when nothing is going on. */
export async function findCurrentTransition(
  tx: Tx,
  customerId: string,
  now: Date,
): Promise<Transition | null> {
  const [first] = await findCurrentTransitions(tx, customerId, now);
  return first ?? null;
}

/** The transition with this id, or null. */
export async function findTransition(tx: Tx, id: string): Promise<Transition | null> {
  const row = await tx.transition.findUnique({ where: { id } });
  return row ? transitionFrom(row) : null;
}
