import type { Tx } from '../../../shared/database.ts';

const key = 'practice-crew';

/** Whether the work of the practice is reported by itself; it is, unless somebody switched that off. */
export async function isCrewOn(tx: Tx): Promise<boolean> {
  const row = await tx.setting.findUnique({ where: { key } });
  return row?.value !== 'off';
}

/** Switches the reporting of the work by itself. */
export async function setCrew(tx: Tx, value: 'on' | 'off'): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
