import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { recordEvent } from '../timeline/record-event.ts';
import type { HoldReason } from './hold.ts';

export interface HeldBack {
  readonly customerId: string;
  /** Who was told to wait. */
  readonly personId: string;
  readonly reasons: readonly HoldReason[];
}

/** Remembers who was told to wait and why: they are owed the word that it is over. */
export async function holdBack(
  trip: Trip,
  { customerId, personId, reasons }: HeldBack,
): Promise<void> {
  const { tx, now } = trip;
  const held = reasons.map(({ kind }) => kind).join(' ');
  const row = await tx.salesRhythm.findUnique({ where: { customerId } });
  const toldIds = [...new Set([...(row?.toldIds ?? []), personId])];
  const dueAt = plus(now, hour);
  await tx.salesRhythm.upsert({
    where: { customerId },
    create: { customerId, promptAt: now, held, toldIds, dueAt },
    update: { held, toldIds, dueAt },
  });
  if (row?.held === held && row.toldIds.includes(personId)) return;
  await recordEvent(trip, {
    customerId,
    kind: 'sales.held',
    visibility: 'internal',
    text: `Sales waits: ${held.replaceAll(' ', ', ')}.`,
  });
}
