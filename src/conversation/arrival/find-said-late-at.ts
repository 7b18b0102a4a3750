import type { Trip } from '../../shared/database.ts';
import { type Inbound, inboundSchema } from './inbound.ts';
import { latenessOf } from './lateness.ts';

/** So many newer messages of a conversation are looked through. */
const mostLookedAt = 20;

/** When this was said, where it may be over by now: long ago, or before something newer of the same person that came first. Null for everything else. */
export async function findSaidLateAt(trip: Trip, inbound: Inbound): Promise<Date | null> {
  const lateness = latenessOf(inbound, trip.now);
  if (!lateness || lateness.is === 'prompt') return null;
  if (lateness.is === 'late') return lateness.at;
  return (await isOvertaken(trip, inbound, lateness.at)) ? lateness.at : null;
}

/** Has somebody said more in the meantime, and did that come first? What waited here in its order was overtaken by nothing. */
async function isOvertaken({ tx }: Trip, { id, from }: Inbound, at: Date): Promise<boolean> {
  const own = await tx.inbox.findUnique({
    where: { id },
    select: { conversation: true, seq: true },
  });
  if (!own) return false;
  const before = await tx.inbox.findMany({
    where: { conversation: own.conversation, seq: { lt: own.seq }, receivedAt: { gte: at } },
    orderBy: { seq: 'desc' },
    take: mostLookedAt,
    select: { payload: true },
  });
  return before.some(({ payload }) => {
    const other = inboundSchema.safeParse(payload).data;
    const isTheirs = other?.from.user === from.user && other.from.workspace === from.workspace;
    return isTheirs && other.saidAt != null && new Date(other.saidAt) > at;
  });
}
