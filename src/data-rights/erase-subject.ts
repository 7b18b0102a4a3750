import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { loadSubject } from './load-subject.ts';
import { subjectValues, withSubject } from './subject-statement.ts';
import type { Rule } from './table-rights.ts';
import { tables } from './tables.ts';

/** How many rows of each table were removed or emptied. */
export type Removed = Readonly<Record<string, number>>;

const counted = z.object({ count: z.number() });

/** Forgets a customer or a person, all of it in one trip. Throws BadInputError when there is no such one. */
export async function eraseSubject(trip: Trip, id: string): Promise<Removed> {
  const subject = await loadSubject(trip.tx, id);
  const removed: Record<string, number> = {};
  for (const [table, rights] of inOrder()) {
    for (const [at, rule] of rights[subject.kind].entries()) {
      const name = `erase-${table}-of-${subject.kind}-${at}`;
      const change = `${withSubject}, changed AS (${changeOf(table, rule)} RETURNING 1) SELECT count(*)::int AS count FROM changed`;
      const [row] = await trip.run(statement(name, change, counted), subjectValues(subject));
      if (row && row.count > 0) removed[table] = (removed[table] ?? 0) + row.count;
    }
  }
  return removed;
}

/** Rows that others lean on go last, so that what is found through them is found. */
function inOrder() {
  const last = ['page', 'message', 'place', 'transition', 'person', 'customer'];
  return Object.entries(tables).sort(([a], [b]) => last.indexOf(a) - last.indexOf(b));
}

function changeOf(table: string, rule: Rule): string {
  if (rule.act === 'delete') return `DELETE FROM ${table} AS t USING s WHERE ${rule.where}`;
  return `UPDATE ${table} AS t SET ${rule.set} FROM s WHERE ${rule.where}`;
}
