import type { Trip } from '../../../shared/database.ts';
import { proposeChange } from '../../changes/propose-change.ts';
import type { Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { resolveTargets } from './resolve-targets.ts';

/** `resume northwind`: a pause, or the rest after silence, is over. */
export async function resume(trip: Trip, command: Command): Promise<Reply[]> {
  const { text, why } = splitWhy(command.said);
  const targets = await resolveTargets(trip, command, text);
  if (targets.kind === 'unsettled') return [...targets.replies];
  return [
    await proposeChange(trip, {
      actorId: command.actor.id,
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
