import { findConflicts } from '../../../absences/find-conflicts.ts';
import { findWorkingHours } from '../../../customers/find-working-hours.ts';
import type { Person } from '../../../customers/person.ts';
import { internal, type Text, time } from '../../../delivery/audience.ts';
import { endLeave } from '../../../leaves/end-leave.ts';
import { type Cover, planLeave } from '../../../leaves/plan-leave.ts';
import { nextBusinessTime } from '../../../shared/business-hours.ts';
import type { Trip } from '../../../shared/database.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { readLeave } from '../../words/leave-words.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

/** `leave for two weeks from Monday, NAME stands in`, or "I'm off for two weeks": who is there for their customers meanwhile. */
export async function leave(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said, turn } = command;
  if (/^(?:cancel|end|over)\b/i.test(said)) return [await cancel(trip, actor)];
  const where = { now: trip.now, timeZone: zoneOf(turn) };
  const read = readLeave(said, where) ?? readLeave(`leave ${said}`, where);
  if (!read) return [privateNote(internal`From when until when? ${usageOf('leave')}`)];
  const named = read.standIn === null ? null : await findColleague(trip.tx, read.standIn);
  if (named && (named.kind !== 'one' || named.found.id === actor.id)) {
    return [
      privateNote(
        internal`I know no colleague called "${read.standIn ?? ''}", so nothing is planned yet. ${usageOf('leave')}`,
      ),
    ];
  }
  const until = nextBusinessTime(read.until, await findWorkingHours(trip, actor.id));
  const standIn = named?.kind === 'one' ? named.found : null;
  const covers = await planLeave(trip, { person: actor, from: read.from, until, standIn });
  const shifts = await findConflicts(trip, actor.id, [{ from: read.from, until }]);
  return [
    privateNote(
      internal`You are away from ${time(read.from)} until ${time(until)}.`,
      ...covers.map(coverLine),
      ...(covers.length === 0 ? [internal`You are nobody's advocate, so nobody stands in.`] : []),
      ...shifts.map(
        ({ schedule, from, until: end }) =>
          internal`You are on call by ${schedule.id} from ${time(from)} until ${time(end)}: that stays yours until you type "cover NAME" and somebody says yes.`,
      ),
      internal`Each stand-in gets what is open as you leave, their customer hears who is there, and you get it back when you return. "I'm back" ends it sooner; "leave cancel" takes it back.`,
    ),
  ];
}

function coverLine({ customerName, standInName }: Cover): Text<'internal'> {
  return standInName
    ? internal`${customerName}: ${standInName} is there.`
    : internal`⚠️ ${customerName}: there is neither backup nor manager. Say who: "…, NAME stands in".`;
}

async function cancel(trip: Trip, actor: Person): Promise<Reply> {
  const count = await endLeave(trip, actor.id);
  return count === 0
    ? privateNote(internal`I know of no leave of yours.`)
    : privateNote(internal`Welcome back. What is yours comes back to you now.`);
}
