import { happenings } from './happenings.ts';
import { owed } from './owed.ts';
import { standings } from './standings.ts';
import type { Table } from './table.ts';

/** Everything a manager sees, for other programs; the API and the command line read this one list. */
export const tables: readonly Table[] = [...standings, ...happenings, ...owed];

export const tableNames: readonly string[] = tables.map(({ name }) => name);
