import type { Trip } from '../../shared/database.ts';
import type { Occasion } from '../arrival/occasion.ts';
import { type SeenMessage, seenFrom, seenWhere } from './seen-message.ts';

/** The newest messages of ours where this was said, the newest first; at most thirty. */
export async function listSeenMessages({ tx }: Trip, occasion: Occasion): Promise<SeenMessage[]> {
  const rows = await tx.message.findMany({
    where: { ...seenWhere(occasion), state: { notIn: ['withdrawn', 'parked'] } },
    orderBy: { seq: 'desc' },
    take: 30,
  });
  return rows.map(seenFrom);
}
