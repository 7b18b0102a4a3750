import { z } from 'zod';
import type { Tx } from '../../shared/database.ts';

const kept = z.object({ said: z.string() });

/** What was written in anger and softened, the newest first; without those that were removed since. */
export async function findAngryWords(
  tx: Tx,
  of: { readonly id: string } | { readonly customerId: string },
): Promise<{ readonly at: Date; readonly said: string }[]> {
  const events = await tx.event.findMany({
    where: { ...of, kind: 'words.softened' },
    orderBy: { seq: 'desc' },
    take: 5,
  });
  return events.flatMap(({ at, data }) => {
    const words = kept.safeParse(data);
    return words.success ? [{ at, said: words.data.said }] : [];
  });
}
