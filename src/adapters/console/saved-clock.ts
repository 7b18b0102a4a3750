import { z } from 'zod';
import type { Tx } from '../../shared/database.ts';

const key = 'practice-clock';
const column = z.object({ at: z.iso.datetime() });

/** Where the practice clock was left, or null when it never ran. */
export async function findSavedClock(tx: Tx): Promise<Date | null> {
  const row = await tx.setting.findUnique({ where: { key } });
  const saved = column.safeParse(row?.value);
  return saved.success ? new Date(saved.data.at) : null;
}

/** Remembers what the practice clock shows, so that a restart goes on from there and not from days later. */
export async function saveClock(tx: Tx, at: Date): Promise<void> {
  const value = { at: at.toISOString() };
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
