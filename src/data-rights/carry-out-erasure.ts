import type { Json, Trip } from '../shared/database.ts';
import { BadInputError } from '../shared/errors.ts';
import { eraseSubject, type Removed } from './erase-subject.ts';

/** Engine handler: the waiting time is over, and whoever it is about is forgotten, once. */
export async function carryOutErasure(trip: Trip, id: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.erasure.findUniqueOrThrow({ where: { id } });
  if (row.dueAt === null) return;
  const removed = row.target === null ? {} : await eraseIfThere(trip, row.target);
  await tx.erasure.update({
    where: { id },
    data: { target: null, dueAt: null, doneAt: now, removed: removed as Json },
  });
}

/** Whoever is gone by then needs no forgetting. */
async function eraseIfThere(trip: Trip, target: string): Promise<Removed> {
  try {
    return await eraseSubject(trip, target);
  } catch (error) {
    if (error instanceof BadInputError) return {};
    throw error;
  }
}
