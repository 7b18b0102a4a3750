import type { Trip } from '../shared/database.ts';

/**
 * One kind of row that becomes due. The engine locks the row and calls `handle` in the same
 * transaction; `handle` must move its `dueAt` into the future or to null.
 */
export interface Module {
  readonly name: string;
  /** Table and columns as the database spells them. Constants of ours, never input. */
  readonly table: string;
  readonly idColumn: string;
  readonly dueColumn: string;
  readonly handle: (trip: Trip, id: string) => Promise<void>;
  /** Decides what happens to a row whose handling failed; by default it is looked at again in a minute. */
  readonly fail?: (trip: Trip, id: string, error: unknown) => Promise<unknown>;
}

/** The module of a table whose columns are called `id` and `dueAt`. */
export function moduleOf(name: string, table: string, handle: Module['handle']): Module {
  return { name, table, idColumn: 'id', dueColumn: 'dueAt', handle };
}
