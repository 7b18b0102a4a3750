import type { Trip } from '../../../shared/database.ts';
import { proposeChange } from '../../changes/propose-change.ts';
import type { Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Order } from './command.ts';
import { settleTargets } from './settle-targets.ts';

/** `resume northwind`: a pause, or the rest after silence, is over. */
export async function resumeCadence(trip: Trip, order: Order): Promise<Reply[]> {
  const { text, why } = splitWhy(order.said);
  const targets = await settleTargets(trip, order, text);
  if (targets.kind === 'unsettled') return [...targets.replies];
  return [
    await proposeChange(trip, {
      actorId: order.actor.id,
      pending: {
        command: 'resume',
        items: [...targets.items],
        change: { pausedUntil: null },
        why: why ?? '',
        auditIds: [],
      },
      isOneCustomer: targets.kind === 'one',
    }),
  ];
}
