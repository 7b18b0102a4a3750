import { tellUnhandledHook } from '../hooks/tell-unhandled-hook.ts';
import type { Trip } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import { plus, second } from '../shared/time.ts';
import { cutWords } from './arrival/inbound.ts';
import { type Incoming, incomingSchema } from './arrival/incoming.ts';
import { noticeSchema } from './arrival/notice.ts';
import { parkUnread } from './places/park-unread.ts';
import { tellUnhandled } from './tell-unhandled.ts';

/** How often one thing that came in is tried; the pauses between grow: 2, 4, 8, 16 s. */
const mostTries = 5;

/**
 * Something that came in could not be handled: it is tried again after a growing pause, and after five
 * tries it is put in front of a human, in its own words, instead. Nothing is lost silently.
 */
export async function giveUpInbound(
  trip: Trip,
  id: string,
  error: unknown,
): Promise<'later' | 'failed'> {
  const { tx, now } = trip;
  const row = await tx.inbox.findUnique({ where: { id } });
  if (row?.state !== 'waiting') return 'failed';
  const tries = row.tries + 1;
  const reason = cutWords(messageOf(error), 1_000);
  const incoming = incomingSchema.safeParse(row.payload);
  const notice = noticeSchema.safeParse(row.payload);
  if (incoming.success && tries < mostTries) {
    const dueAt = plus(now, 2 ** tries * second);
    await tx.inbox.update({ where: { id }, data: { tries, error: reason, dueAt } });
    return 'later';
  }
  await tx.inbox.update({
    where: { id },
    data: { tries, error: reason, state: 'failed', dueAt: null },
  });
  if (notice.success) await parkUnread(trip, notice.data);
  const tell = tellOf(trip, incoming.data, reason);
  if (!tell) return 'failed';
  // What could not be handled may break the alarm as well: it must not be tried for ever because of that.
  const told = await trip.aside(tell);
  if ('failure' in told) {
    const without = cutWords(`${reason} Nobody could be told: ${told.failure}`, 1_000);
    await tx.inbox.update({ where: { id }, data: { error: without } });
  }
  return 'failed';
}

/** How a person hears of it; null where nobody said it. */
function tellOf(
  trip: Trip,
  incoming: Incoming | undefined,
  reason: string,
): (() => Promise<void>) | null {
  if (!incoming) return null;
  if ('hook' in incoming) return () => tellUnhandledHook(trip, incoming, reason);
  return 'said' in incoming ? () => tellUnhandled(trip, incoming, reason) : null;
}
