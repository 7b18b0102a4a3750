import type { Trip } from '../shared/database.ts';

/** Which of what was for one system is sent again. */
export interface Replay {
  readonly webhookId: string;
  readonly since: Date;
  readonly until: Date;
  /** Left out, only what did not arrive. */
  readonly what?: 'failed' | 'everything';
}

/** What became of a replay. */
export interface Replayed {
  readonly queued: number;
  /** So old that its words are no longer kept. */
  readonly forgotten: number;
}

/** Has what one system was sent, or was to be sent, go out again: the same body under the same id. */
export async function replayWebhook(
  { tx, now, lanes }: Trip,
  { webhookId, since, until, what = 'failed' }: Replay,
): Promise<Replayed> {
  const states = what === 'failed' ? (['failed', 'parked'] as const) : undefined;
  const where = {
    toWebhookId: webhookId,
    createdAt: { gte: since, lt: until },
    state: { in: [...(states ?? (['failed', 'parked', 'sent'] as const))] },
  };
  const forgotten = await tx.message.count({ where: { ...where, text: '' } });
  const { count } = await tx.message.updateMany({
    where: { ...where, text: { not: '' } },
    data: { state: 'waiting', dueAt: now, tries: 0, sentRevision: 0, isRepeat: true, reason: null },
  });
  if (count > 0) lanes.add('webhooks');
  return { queued: count, forgotten };
}
