import type { Tx } from '../shared/database.ts';
import { type Webhook, webhookFrom } from './webhook.ts';

/** A system that is told, and how that goes. */
export interface WebhookStanding extends Webhook {
  /** Still on its way, or tried again. */
  readonly waiting: number;
  readonly sent: number;
  /** Given up, or not allowed any more. */
  readonly failed: number;
  /** Why the newest of those that did not arrive did not. */
  readonly lastProblem: string | null;
}

/** Every system that is told, with counts of what is kept of it. */
export async function listWebhooks(tx: Tx): Promise<WebhookStanding[]> {
  const webhooks = (await tx.webhook.findMany({ orderBy: { id: 'asc' } })).map(webhookFrom);
  return Promise.all(webhooks.map(webhook => standingOf(tx, webhook)));
}

async function standingOf(tx: Tx, webhook: Webhook): Promise<WebhookStanding> {
  const toWebhookId = webhook.id;
  const count = (state: ('waiting' | 'sending' | 'lost' | 'sent' | 'failed' | 'parked')[]) =>
    tx.message.count({ where: { toWebhookId, state: { in: state } } });
  const worst = await tx.message.findFirst({
    where: { toWebhookId, state: { not: 'sent' }, reason: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { reason: true },
  });
  return {
    ...webhook,
    waiting: await count(['waiting', 'sending', 'lost']),
    sent: await count(['sent']),
    failed: await count(['failed', 'parked']),
    lastProblem: worst?.reason ?? null,
  };
}
