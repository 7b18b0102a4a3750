import { z } from 'zod';
import type { Found, Outgoing } from '../../../delivery/surface.ts';
import { minute } from '../../../shared/time.ts';
import { refOf } from '../workspace/platform.ts';
import type { CallOutcome } from './call-slack.ts';

/** The metadata by which a message of ours is found again: an opaque id, for others may read it. */
export const metadataType = 'handrail_message';

/** One page of a channel's or thread's messages. */
const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .nullish()
        .catch(null),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** Slack's clock and ours may differ by a little. */
const skewMilliseconds = 2 * minute;
const pageSize = 200;
const mostPages = 5;

/** Where a lost message would be. */
export interface Whereabouts {
  readonly channel: string;
  /** The thread it answers in. */
  readonly threadTs: string | null;
}

/**
 * Looks through what was said since the message was queued. "Surely not there" only after everything was
 * seen; a missing right to read means that Slack cannot tell.
 */
export async function findPosted(
  call: (method: string, args: Readonly<Record<string, unknown>>) => Promise<CallOutcome>,
  message: Pick<Outgoing, 'messageId' | 'queuedAt'>,
  { channel, threadTs }: Whereabouts,
): Promise<Found> {
  if (!message.queuedAt) return undefined;
  const oldest = ((message.queuedAt.getTime() - skewMilliseconds) / 1000).toFixed(6);
  const method = threadTs ? 'conversations.replies' : 'conversations.history';
  const where = { channel, oldest, limit: pageSize, include_all_metadata: true };
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const called = await call(method, {
      ...where,
      ...(threadTs && { ts: threadTs }),
      ...(cursor && { cursor }),
    });
    if (called.outcome !== 'answered') return notAnswered(called);
    const read = historySchema.safeParse(called.answer);
    if (!read.success) return undefined;
    const found = read.data.messages.find(
      ({ metadata }) =>
        metadata?.event_type === metadataType && metadata.event_payload.key === message.messageId,
    );
    if (found) return refOf(channel, found.ts);
    cursor = read.data.response_metadata?.next_cursor ?? '';
    if (cursor === '') return null;
  }
  return undefined;
}

/** A refusal stays one; anything else may be different in a moment. */
export function notAnswered(failure: Exclude<CallOutcome, { outcome: 'answered' }>): Found {
  const { outcome, detail } = failure;
  if (outcome === 'refused') return undefined;
  return { later: outcome === 'retry' ? failure : { outcome: 'retry', detail } };
}
