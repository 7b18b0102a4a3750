import { mayDo } from '../customers/permission.ts';
import type { Trip } from '../shared/database.ts';
import { actorOf, type Turn } from './arrival/turn.ts';
import { hushCard } from './replies/hush-card.ts';
import { type Reply, refusal } from './replies/reply.ts';
import type { Hush } from './words/hush-words.ts';

/** Becomes quiet in the thread it was said in, or speaks there again, and says so once. Null where there is no thread. */
export async function hushThread(trip: Trip, turn: Turn, hush: Hush): Promise<Reply[] | null> {
  const { tx, now } = trip;
  const { seat, ownThread, threadOf, actor } = turn;
  if (seat.kind !== 'place' || threadOf === null || ownThread === null) return null;
  const { id: placeId } = seat.place;
  const about = {
    customerId: seat.customer.id,
    managerId: seat.customer.managerId,
    placeCustomerId: seat.customer.id,
  };
  if (!mayDo('ask.quiet', actorOf(turn), about)) return [refusal()];
  const thread = { placeId, threadOf };
  const { count } =
    hush === 'quiet'
      ? await tx.quietThread.createMany({
          data: [{ ...thread, byId: actor?.id ?? null, since: now }],
          skipDuplicates: true,
        })
      : await tx.quietThread.deleteMany({ where: thread });
  return count === 0 ? [] : [{ card: hushCard(seat.customer.id, hush) }];
}
