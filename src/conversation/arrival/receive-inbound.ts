import type { Json, Trip } from '../../shared/database.ts';
import { plus } from '../../shared/time.ts';
import { cutWords, type Inbound } from './inbound.ts';
import type { Notice } from './notice.ts';

/**
 * Writes down what came in, something a person did or a platform's word about a place, before the platform
 * is answered. The same id a second time changes nothing. It is handled after the wait at the latest.
 */
export async function receiveInbound(
  trip: Trip,
  incoming: Inbound | Notice,
  waitMilliseconds = 0,
): Promise<'new' | 'duplicate'> {
  const ref = 'said' in incoming ? saidRef(incoming) : null;
  const { count } = await trip.tx.inbox.createMany({
    data: [
      {
        id: storableText(incoming.id),
        payload: storable(incoming) as Json,
        ref: ref && storableText(ref),
        state: 'waiting',
        receivedAt: trip.now,
        dueAt: plus(trip.now, waitMilliseconds),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? 'new' : 'duplicate';
}

/** Where the words of a message are found again, when somebody later points at it. */
function saidRef({ said, ref, in: place, from }: Inbound): string | null {
  if (said.kind !== 'text' || !ref) return null;
  const { platform, workspace } = place ?? from;
  return `${platform}:${workspace}:${ref}`;
}

/** More than this of one message is never read. */
const longestText = 8_000;

/** The same, with what PostgreSQL cannot store as JSON (NUL, half a character) replaced: it would be refused for ever. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)]));
}

function storableText(text: string): string {
  return cutWords(text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD'), longestText);
}
