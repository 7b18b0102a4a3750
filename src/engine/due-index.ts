import { z } from 'zod';
import { lanes } from '../delivery/draft.ts';
import type { Ports } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { earliest, isBefore } from '../shared/time.ts';
import type { Module } from './module.ts';

/** Looks at every module and lane with one query, one index look-up each. */
export interface DueIndex {
  /** The names of the modules and lanes that have something due now. */
  listDue(): Promise<ReadonlySet<string>>;
  /** When the next row becomes due after now, and where; null when nothing more is planned. */
  nextDue(): Promise<NextDue | null>;
}

export interface NextDue {
  readonly at: Date;
  /** The modules and lanes that have nothing due before, and something then. */
  readonly names: ReadonlySet<string>;
}

interface Look {
  readonly name: string;
  readonly table: string;
  readonly dueColumn: string;
  readonly where: string;
}

const dueRow = z.object({ name: z.string(), due: z.date().nullable() });

/** A glance over these modules and the lanes of the outbox. */
export function createDueIndex({ database, clock }: Ports, modules: readonly Module[]): DueIndex {
  const looks: Look[] = [
    ...modules.map(module => ({ ...module, where: '' })),
    ...lanes.map(lane => ({
      name: lane,
      table: 'message',
      dueColumn: 'dueAt',
      where: `lane = '${lane}' AND `,
    })),
  ];
  const dueNow = glanceOf(looks, '<=');
  const dueLater = glanceOf(looks, '>');

  return {
    listDue: async () => {
      const rows = await database.write(dueNow, [clock.now()]);
      return new Set(rows.filter(({ due }) => due).map(({ name }) => name));
    },
    // A message that waits its turn behind another is due, and can still not be sent: it must not hold up time.
    nextDue: async () => {
      const rows = await database.write(dueLater, [clock.now()]);
      const at = earliest(rows.map(({ due }) => due));
      if (!at) return null;
      const names = rows.filter(({ due }) => due && !isBefore(at, due)).map(({ name }) => name);
      return { at, names: new Set(names) };
    },
  };
}

function glanceOf(looks: readonly Look[], comparison: '<=' | '>') {
  const parts = looks.map(
    ({ name, table, dueColumn, where }) =>
      `SELECT '${name}' AS name, min("${dueColumn}") AS due FROM ${table} WHERE ${where}"${dueColumn}" ${comparison} $1`,
  );
  return statement('glance', parts.join(' UNION ALL '), dueRow);
}
