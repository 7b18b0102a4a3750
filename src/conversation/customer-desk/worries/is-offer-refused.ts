import type { Trip } from '../../../shared/database.ts';
import { offerIdOf, type Turn } from '../../arrival/turn.ts';
import { worryFrom } from './worry.ts';

/** Was a person offered here for what is being told, and did they say that it can wait? */
export async function isOfferRefused({ tx, now }: Trip, turn: Turn): Promise<boolean> {
  const row = await tx.openQuestion.findUnique({ where: { id: offerIdOf(turn) } });
  return worryFrom(row, now)?.isLeft ?? false;
}
