import { lanes } from '../delivery/draft.ts';
import type { Ports } from '../shared/database.ts';
import { earliest } from '../shared/time.ts';
import type { Module } from './module.ts';

/** Looks at every module and lane with one query, one index look-up each. */
export interface DueIndex {
  /** The names of the modules and lanes that have something due now. */
  listDue(): Promise<ReadonlySet<string>>;
  /** When the next row becomes due after now; null when nothing more is planned. */
  nextDue(): Promise<Date | null>;
}

interface Look {
  readonly name: string;
  readonly table: string;
  readonly dueColumn: string;
  readonly where: string;
}

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
  const dueNow = queryOf(looks, '<=');
  const dueLater = queryOf(looks, '>');

  async function ask(query: string) {
    return database.client.$queryRawUnsafe<{ name: string; due: Date | null }[]>(
      query,
      clock.now(),
    );
  }

  return {
    listDue: async () => {
      const rows = await ask(dueNow);
      return new Set(rows.filter(({ due }) => due).map(({ name }) => name));
    },
    // A message that waits its turn behind another is due, and can still not be sent: it must not hold up time.
    nextDue: async () => earliest((await ask(dueLater)).map(({ due }) => due)),
  };
}

function queryOf(looks: readonly Look[], comparison: '<=' | '>'): string {
  const parts = looks.map(
    ({ name, table, dueColumn, where }) =>
      `SELECT '${name}' AS name, min("${dueColumn}") AS due FROM ${table} WHERE ${where}"${dueColumn}" ${comparison} $1`,
  );
  return parts.join(' UNION ALL ');
}
