import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { momentIn } from '../../../understanding/times/moment.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { proposeChange } from '../../changes/propose-change.ts';
import { askTime } from '../../choices/ask-time.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { listPauseWarnings } from './list-pause-warnings.ts';
import { resolveTargets } from './resolve-targets.ts';
import { usageOf } from './usage.ts';

/** `pause northwind until Monday`: no check-ins until then; pages and answers go on. */
export async function pause(trip: Trip, command: Command): Promise<Reply[]> {
  const { text, why } = splitWhy(command.said);
  const cut = text.search(/\b(?:until|till|for)\b/i);
  const reckoning = {
    now: trip.now,
    timeZone: zoneOf(command.turn),
    tense: 'future',
    defaultTime: '00:00',
  } as const;
  const moment = cut < 0 ? null : momentIn(text.slice(cut), reckoning);
  if (!moment) return [privateNote(internal`Until when? ${usageOf('pause')}`)];
  if (moment.doubt) {
    const saying = (instant: string) =>
      `pause ${text.slice(0, cut).trim()} until ${instant}${why ? ` because ${why}` : ''}`;
    const doubtful = { ...moment, doubt: moment.doubt, customerId: null, saying };
    return [await askTime(trip, command.turn, doubtful)];
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
      warnings: await listPauseWarnings(trip, targets.items),
    }),
  ];
}
