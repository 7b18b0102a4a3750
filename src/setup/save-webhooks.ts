import type { Trip } from '../shared/database.ts';
import { difference, note, type Report } from './difference.ts';
import type { Setup } from './setup.ts';

/** Writes which other systems are told what. */
export async function saveWebhooks({ tx }: Trip, setup: Setup, report: Report): Promise<void> {
  const rows = setup.webhooks.map(row => ({
    ...row,
    customers: [...row.customers],
    tells: [...row.tells],
  }));
  const known = await tx.webhook.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const found = difference(rows, known);
  for (const row of [...found.created, ...found.changed.map(({ row }) => row)])
    await tx.webhook.upsert({ where: { id: row.id }, create: row, update: row });
  note(report, { kind: 'webhook', found });
}
