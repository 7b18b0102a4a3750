import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';

/** How long ago a worry may have been told to be what somebody now wants a person for. */
const stillMeant = hour;

/** What this customer last said it is worried about, in its own words, or null when that is long ago. */
export async function findRecentWorry(
  { tx, now }: Trip,
  customerId: string,
): Promise<string | null> {
  const row = await tx.checkIn.findFirst({
    where: {
      customerId,
      answer: 'worried',
      words: { not: null },
      answeredAt: { gte: plus(now, -stillMeant) },
    },
    orderBy: { answeredAt: 'desc' },
    select: { words: true },
  });
  return row?.words ?? null;
}
