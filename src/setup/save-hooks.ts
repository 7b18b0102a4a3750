import type { Hook } from '../hooks/hook.ts';
import type { Json, Trip } from '../shared/database.ts';
import { difference, note, type Report } from './difference.ts';
import type { SetupHook } from './hook-schema.ts';
import type { Setup } from './setup.ts';

/** A door as its table has it; what the file leaves out is left out there as well. */
function hookRowOf({ id, signed, customer, publish, like, rules }: SetupHook): Hook {
  const plain = rules.map(rule => JSON.parse(JSON.stringify(rule)) as Hook['rules'][number]);
  return { id, signed, customer, publish, like: like ?? null, rules: plain };
}

/** Writes the doors of other systems. */
export async function saveHooks({ tx }: Trip, setup: Setup, report: Report): Promise<void> {
  const rows = setup.hooks.map(hookRowOf);
  const known = await tx.hook.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const found = difference(rows, known);
  for (const row of [...found.created, ...found.changed.map(({ row }) => row)]) {
    const data = { ...row, customer: row.customer as Json, rules: row.rules as unknown as Json };
    await tx.hook.upsert({ where: { id: row.id }, create: data, update: data });
  }
  note(report, { kind: 'hook', found });
}
