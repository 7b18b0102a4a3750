import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { Audience } from './audience.ts';

/** What another system is sent, ready to be signed. */
export interface Body {
  /** Says what it is, so that queueing it twice does nothing. */
  readonly key: string;
  readonly webhookId: string;
  readonly audience: Audience;
  readonly customerId: string;
  /** Exactly the bytes that are signed and sent. */
  readonly text: string;
}

const write = statement(
  'queue-body',
  `INSERT INTO message (id, key, name, lane, audience, "customerId", "toWebhookId", via, card, text, state, "createdAt", "dueAt")
   VALUES ($1, $2, 'webhook', 'webhooks', $3, $4, $5, 'webhooks', '{}', $6, 'waiting', $7, $7)
   ON CONFLICT (key) DO NOTHING`,
  z.never(),
);

/** Puts a body for another system into the outbox of this trip. */
export async function queueBody(trip: Trip, body: Body): Promise<void> {
  const { key, audience, customerId, webhookId, text } = body;
  const about = [audience, customerId, webhookId, text];
  await trip.run(write, [trip.random.id(), key, ...about, trip.now]);
  trip.lanes.add('webhooks');
}
