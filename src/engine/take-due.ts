import type { Trip } from '../shared/database.ts';
import { InvariantError } from '../shared/errors.ts';
import type { Module } from './module.ts';

/** Locks the module's next due row, if any, and has it handled in this trip. Returns its id, or null when nothing is due. */
export async function takeDue(trip: Trip, module: Module): Promise<string | null> {
  const { table, idColumn, dueColumn } = module;
  const order = table === 'inbox' ? `"${dueColumn}", seq` : `"${dueColumn}"`;
  const [row] = await trip.tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "${idColumn}" AS id FROM ${table} WHERE "${dueColumn}" <= $1
     ORDER BY ${order} LIMIT 1 FOR UPDATE SKIP LOCKED`,
    trip.now,
  );
  if (!row) return null;
  try {
    await module.handle(trip, row.id);
    await assertMoved(trip, module, row.id);
  } catch (error) {
    throw new DueError(module.name, row.id, error);
  }
  return row.id;
}

/** A due row could not be handled; the trip was rolled back. */
export class DueError extends Error {
  readonly module: string;
  readonly id: string;

  constructor(module: string, id: string, cause: unknown) {
    super(`${module} could not handle ${id}`, { cause });
    this.name = 'DueError';
    this.module = module;
    this.id = id;
  }
}

async function assertMoved(
  trip: Trip,
  { name, table, idColumn, dueColumn }: Module,
  id: string,
): Promise<void> {
  const still = await trip.tx.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM ${table} WHERE "${idColumn}" = $1 AND "${dueColumn}" <= $2`,
    id,
    trip.now,
  );
  if (still.length > 0)
    throw new InvariantError(`The ${name} module left ${id} due. It must move its dueAt.`);
}
