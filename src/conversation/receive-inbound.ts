import type { Json, Trip } from '../shared/database.ts';
import { cutWords, type Inbound } from './inbound.ts';

/** Writes down what came in, before the platform is answered. The same id a second time changes nothing. */
export async function receiveInbound(trip: Trip, inbound: Inbound): Promise<'new' | 'duplicate'> {
  const { count } = await trip.tx.inbox.createMany({
    data: [
      {
        id: storableText(inbound.id),
        payload: storable(inbound) as Json,
        state: 'waiting',
        receivedAt: trip.now,
        dueAt: trip.now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? 'new' : 'duplicate';
}

/** More than this of one message is never read. */
const longestText = 8_000;

/** The same, with what PostgreSQL cannot store as JSON (NUL, half a character) replaced: it would be refused for ever. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)]));
}

function storableText(text: string): string {
  return cutWords(text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD'), longestText);
}
