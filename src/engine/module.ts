import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { InvariantError } from '../shared/errors.ts';
import { statement } from '../shared/statement.ts';

/** A due row, locked for the trip that took it. */
export interface Due {
  readonly id: string;
  /** Another row is due as well. */
  readonly hasMore: boolean;
  /** Does what is due, and moves the row's `dueAt` into the future or to null. */
  readonly handle: () => Promise<void>;
}

/** One kind of row that becomes due. The engine takes it and has it handled in the same transaction. */
export interface Module {
  readonly name: string;
  /** Table and columns as the database spells them. Constants of ours, never input. */
  readonly table: string;
  readonly idColumn: string;
  readonly dueColumn: string;
  /** Locks the next row that is due and in nobody else's hands; null when there is none. */
  readonly take: (trip: Trip) => Promise<Due | null>;
  /** How many may be handled at once, where the database has a connection for each. */
  readonly atOnce: number;
  /** Decides what happens to a row whose handling failed; by default it is looked at again in a minute. */
  readonly fail?: (trip: Trip, id: string, error: unknown) => Promise<unknown>;
  /** Loads what handles a row, where that waits for the first: before a trip, so that nothing is held for it. */
  readonly load?: () => Promise<unknown>;
}

/** Does what is due of one row, and moves its due moment. */
export type Handle = (trip: Trip, id: string) => Promise<void>;

/** Where the rows are; the columns are called `id` and `dueAt` when left out. */
type Place = Pick<Module, 'table'> & Partial<Pick<Module, 'idColumn' | 'dueColumn'>>;

/** The module of a table; `handle` must move the row's due moment into the future or to null. */
export function moduleOf(name: string, where: string | Place, handle: Handle): Module {
  const place = typeof where === 'string' ? { table: where } : where;
  const columns = { idColumn: 'id', dueColumn: 'dueAt', ...place };
  const next = nextStatement(name, columns);
  const left = leftStatement(name, columns);
  return {
    name,
    ...columns,
    atOnce: 1,
    async take(trip) {
      const [row] = await trip.run(next, [trip.now]);
      if (!row) return null;
      const { id, hasMore } = row;
      return {
        id,
        hasMore,
        async handle() {
          await handle(trip, id);
          const [still] = await trip.run(left, [id, trip.now]);
          if (still)
            throw new InvariantError(`The ${name} module left ${id} due. It must move its dueAt.`);
        },
      };
    },
  };
}

/** The same, with code that is loaded when its first row is due: a start waits for none of it. */
export function laterOf(name: string, where: string | Place, load: () => Promise<Handle>): Module {
  let loading: Promise<Handle> | null = null;
  const handleOf = () => {
    loading ??= load().catch(error => {
      // The next cycle tries again.
      loading = null;
      throw error;
    });
    return loading;
  };
  const handle: Handle = async (trip, id) => (await handleOf())(trip, id);
  return { ...moduleOf(name, where, handle), load: handleOf };
}

function nextStatement(name: string, { table, idColumn, dueColumn }: Required<Place>) {
  return statement(
    `next-of-${name}`,
    `SELECT "${idColumn}" AS id,
       (SELECT count(*) > 1 FROM (SELECT 1 FROM ${table} WHERE "${dueColumn}" <= $1 LIMIT 2) AS due) AS "hasMore"
     FROM ${table} WHERE "${dueColumn}" <= $1 ORDER BY "${dueColumn}" LIMIT 1 FOR UPDATE SKIP LOCKED`,
    z.object({ id: z.string(), hasMore: z.boolean() }),
  );
}

function leftStatement(name: string, { table, idColumn, dueColumn }: Required<Place>) {
  return statement(
    `left-by-${name}`,
    `SELECT 1 AS still FROM ${table} WHERE "${idColumn}" = $1 AND "${dueColumn}" <= $2`,
    z.object({ still: z.number() }),
  );
}
