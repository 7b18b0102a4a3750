import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { proposeChange } from '../../changes/propose-change.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import { momentIn } from '../../words/time-words.ts';
import type { Command } from './command.ts';
import { resolveTargets } from './resolve-targets.ts';
import { usageOf } from './usage.ts';

/** `pause northwind until Monday`: no check-ins until then; pages and answers go on. */
export async function pause(trip: Trip, command: Command): Promise<Reply[]> {
  const { text, why } = splitWhy(command.said);
  const cut = text.search(/\b(?:until|till|for)\b/i);
  const reading = { now: trip.now, timeZone: zoneOf(command.turn), defaultTime: '00:00' };
  const words =
    cut < 0
      ? ''
      : text
          .slice(cut)
          .replace(/^for\b/i, 'in')
          .replace(/^(?:until|till)\b/i, '');
  const moment = momentIn(words, reading);
  if (!moment || moment.at <= trip.now) {
    return [privateNote(internal`Until when? ${usageOf('pause')}`)];
  }
  const targets = await resolveTargets(trip, command, text.slice(0, cut).trim());
  if (targets.kind === 'unsettled') return [...targets.replies];
  const change = { pausedUntil: moment.at };
  return [
    await proposeChange(trip, {
      actorId: command.actor.id,
      pending: {
        command: 'pause',
        items: [...targets.items],
        change,
        why: why ?? '',
        auditIds: [],
      },
      isOneCustomer: targets.kind === 'one',
    }),
  ];
}
