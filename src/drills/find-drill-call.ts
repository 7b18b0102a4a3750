import type { Trip } from '../shared/database.ts';
import { type DrillCall, drillCallFrom } from './drill.ts';

/** The call of a drill behind one of our messages; null when it is none. */
export async function findDrillCall({ tx }: Trip, messageId: string): Promise<DrillCall | null> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    select: { key: true, name: true },
  });
  if (message?.name !== 'drill') return null;
  const row = await tx.drillCall.findUnique({ where: { messageKey: message.key } });
  return row && drillCallFrom(row);
}
