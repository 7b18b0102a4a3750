import { rungWords } from '../../../check-ins/cadence/cadence.ts';
import { internal, type Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { makeChange } from '../../changes/make-change.ts';
import type { PendingCadence } from '../../changes/pending-change.ts';
import { proposeChange } from '../../changes/propose-change.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import { type Instead, readCadence } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { resolveTargets } from './resolve-targets.ts';
import { usageOf } from './usage.ts';

/** `cadence northwind daily`, `cadence go-live between 1d and 1w`, `cadence all light`: shows what would come, then does it. */
export async function cadence(trip: Trip, command: Command): Promise<Reply[]> {
  const read = readCadence(command.said);
  if (!read) {
    return [
      privateNote(
        internal`How often? ${usageOf('cadence')}. It can be hourly, every 4 hours, daily, every 2 days, weekly, between 1d and 1w, close, normal, light, pinned or unpin.`,
      ),
    ];
  }
  const targets = await resolveTargets(trip, command, read.targets);
  if (targets.kind === 'unsettled') return [...targets.replies];
  const pending: PendingCadence = {
    command: 'cadence',
    items: [...targets.items],
    change: read.change,
    why: read.why ?? '',
    auditIds: [],
  };
  const actorId = command.actor.id;
  if (command.isPreviewed) return makeChange(trip, { actorId, pending });
  const isOneCustomer = targets.kind === 'one';
  const warnings = read.instead ? [insteadText(read.instead)] : [];
  return [await proposeChange(trip, { actorId, pending, isOneCustomer, warnings })];
}

/** Why what comes is another rhythm than the one they typed. */
function insteadText({ because, said, rung }: Instead): Text<'internal'> {
  switch (because) {
    case 'nearest':
      return internal`I don't keep "${said}". The nearest I keep is ${rungWords(rung)}.`;
    case 'weekdays':
      return internal`I keep intervals, not days of the week. The nearest to "${said}" is ${rungWords(rung)}.`;
    case 'passing':
      return internal`I can't end it at a set hour. It is not held, so it widens by itself while answers are good.`;
  }
}
