import { queueBody } from '../delivery/queue-body.ts';
import type { Trip } from '../shared/database.ts';
import { hears, type Telling, webhookFrom } from './webhook.ts';

export interface Told extends Telling {
  /** Names it among everything that is told, so that nobody is told twice. */
  readonly key: string;
  readonly at: Date;
  /** What is said of it, beside its customer and who may read it. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Puts one body into the outbox for each system that is to be told. */
export async function tellWebhooks(trip: Trip, told: Told): Promise<void> {
  const { type, customerId, visibility, at, key, data } = told;
  const webhooks = (await trip.tx.webhook.findMany({ orderBy: { id: 'asc' } })).map(webhookFrom);
  const about = { customer: customerId, visibility, ...data };
  const text = JSON.stringify({ type, timestamp: at.toISOString(), data: about });
  for (const { id } of webhooks.filter(one => hears(one, told)))
    await queueBody(trip, {
      key: `webhook:${id}:${key}`,
      webhookId: id,
      audience: visibility,
      customerId,
      text,
    });
}
