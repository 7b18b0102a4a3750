import type { Trip } from '../../shared/database.ts';
import type { Turn } from '../arrival/turn.ts';
import { type SeenMessage, seenFrom, seenWhere } from './seen-message.ts';

/** The newest messages of ours where this was said, the newest first; at most thirty. */
export async function listSeenMessages({ tx }: Trip, turn: Turn): Promise<SeenMessage[]> {
  const rows = await tx.message.findMany({
    where: { ...seenWhere(turn), state: { notIn: ['withdrawn', 'parked'] } },
    orderBy: { seq: 'desc' },
    take: 30,
  });
  return rows.map(seenFrom);
}
