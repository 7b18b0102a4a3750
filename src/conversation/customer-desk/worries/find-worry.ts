import { z } from 'zod';
import type { Trip } from '../../../shared/database.ts';
import { statement } from '../../../shared/statement.ts';
import { offerIdOf, type Turn } from '../../arrival/turn.ts';
import { isFresh, type Worry, worryFrom } from './worry.ts';

/** What a worry is called among the open questions. */
export const worryKind = 'worry';

const told = statement(
  'worries-told',
  `(SELECT id, data, "askedAt", true AS "isHere" FROM open_question WHERE id = $1 AND "customerId" = $2)
   UNION ALL
   (SELECT id, data, "askedAt", false FROM open_question
    WHERE "customerId" = $2 AND kind = '${worryKind}' ORDER BY "askedAt" DESC LIMIT 1)`,
  z.object({ id: z.string(), data: z.unknown(), askedAt: z.date(), isHere: z.boolean() }),
);

/** The worry that was told here and not been answered by a person yet; else one this customer told elsewhere just now. */
export async function findWorry(trip: Trip, turn: Turn, customerId: string): Promise<Worry | null> {
  const rows = await trip.run(told, [offerIdOf(turn), customerId]);
  const here = worryFrom(rows.find(({ isHere }) => isHere) ?? null, trip.now);
  if (here) return here;
  const elsewhere = worryFrom(rows.find(({ isHere }) => !isHere) ?? null, trip.now);
  return elsewhere && isFresh(elsewhere, trip.now) ? elsewhere : null;
}
