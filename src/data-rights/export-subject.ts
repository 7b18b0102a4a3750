import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { loadSubject } from './load-subject.ts';
import { subjectValues, withSubject } from './subject-statement.ts';
import { tables } from './tables.ts';

/** Everything that is known of somebody, table by table. */
export interface Exported {
  readonly subject: {
    readonly kind: 'customer' | 'person';
    readonly id: string;
    readonly name: string;
  };
  readonly at: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

const row = z.object({ row: z.record(z.string(), z.unknown()) });

/** Reads everything that is known of a customer or a person, in one look. Throws BadInputError when there is no such one. */
export async function exportSubject(trip: Trip, id: string): Promise<Exported> {
  const subject = await loadSubject(trip.tx, id);
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const [table, rights] of Object.entries(tables)) {
    const rules = rights[subject.kind];
    if (rules.length === 0) continue;
    const where = rules.map(rule => `(${rule.where})`).join(' OR ');
    const read = statement(
      `export-${table}-of-${subject.kind}`,
      `${withSubject} SELECT to_jsonb(t) AS row FROM ${table} AS t, s WHERE ${where}`,
      row,
    );
    const rows = await trip.run(read, subjectValues(subject));
    if (rows.length > 0) found[table] = rows.map(one => one.row);
  }
  return {
    subject: { kind: subject.kind, id, name: subject.name },
    at: trip.now.toISOString(),
    counts: Object.fromEntries(Object.entries(found).map(([table, rows]) => [table, rows.length])),
    tables: found,
  };
}
