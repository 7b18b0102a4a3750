import { z } from 'zod';
import type { Ports } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { hour, plus } from '../../shared/time.ts';
import { isUrgentWords } from '../words/human-wish.ts';
import { cutWords, type Inbound } from './inbound.ts';
import type { Incoming } from './incoming.ts';
import type { Notice } from './notice.ts';
import type { OutsideAnswer } from './outside-answer.ts';

const receive = statement(
  'receive-inbound',
  `INSERT INTO inbox (id, payload, conversation, ref, state, "receivedAt", "dueAt")
   VALUES ($1, $2, $3, $4, 'waiting', $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id`,
  z.object({ id: z.string() }),
);

/**
 * Writes down what came in, something a person did, or a platform's word about a place or a message, before the platform
 * is answered. The same id a second time changes nothing. It is handled after the wait at the latest.
 */
export async function receiveInbound(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  incoming: Incoming,
  waitMilliseconds = 0,
): Promise<'new' | 'duplicate'> {
  const now = clock.now();
  const ref = 'said' in incoming ? saidRef(incoming) : null;
  const received = await database.write(receive, [
    storableText(incoming.id),
    JSON.stringify(storable(incoming)),
    storableText(conversationOf(incoming)),
    ref && storableText(ref),
    now,
    plus(now, waitMilliseconds === 0 && isUrgent(incoming) ? -headStart : waitMilliseconds),
  ]);
  return received.length === 1 ? 'new' : 'duplicate';
}

/** What cannot wait goes before everything else that came in during this time. */
const headStart = hour;

/** Somebody who pressed, commands, calls for a person or answers in a word or two is looking at the screen. */
function isUrgent(incoming: Incoming): boolean {
  if ('answer' in incoming) return true;
  if (!('said' in incoming)) return false;
  return incoming.said.kind !== 'text' || isUrgentWords(incoming.said.text);
}

/** Where it was said. */
function conversationOf(incoming: Incoming): string {
  if ('notice' in incoming) return conversationIn(incoming.place);
  if ('report' in incoming) return `message:${incoming.report.messageId}`;
  if ('answer' in incoming) return outsideConversation(incoming);
  if ('hook' in incoming) return `hook:${incoming.hook.name}`;
  const { in: place, from } = incoming;
  return place ? conversationIn(place) : [from.platform, from.workspace, '@', from.user].join(':');
}

function outsideConversation({ via, answer }: OutsideAnswer): string {
  return answer.kind === 'words' ? `${via}:${answer.from}` : `message:${answer.messageId}`;
}

function conversationIn({ platform, workspace, channel }: Notice['place']): string {
  return [platform, workspace, channel].join(':');
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
