import type { Person } from '../../../customers/person.ts';
import { internal, time } from '../../../delivery/audience.ts';
import { listSchedules } from '../../../on-call/list-schedules.ts';
import { shiftsOf } from '../../../on-call/schedule.ts';
import type { Trip } from '../../../shared/database.ts';
import { plus, week } from '../../../shared/time.ts';
import { askCover } from '../../../shifts/ask-cover.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { clipped, readCover, type Wanted } from '../../words/cover-words.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

/** `cover Idris Friday night`, "can Idris cover my night on Friday?": the colleague is asked, and on yes has the shift. */
export async function cover(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, turn, said } = command;
  const wish = readCover(said, { now: trip.now, timeZone: zoneOf(turn) });
  const match = await findColleague(trip.tx, wish.name);
  if (match.kind !== 'one' || match.found.id === actor.id) {
    return [privateNote(internal`Who is to cover, and when? ${usageOf('cover')}`)];
  }
  const to = match.found;
  const shift = await findShift(trip, actor, wish.wanted);
  if (!shift) {
    return [privateNote(internal`I see no shift of yours then. "on-call" shows who is on call.`)];
  }
  await askCover(trip, { ...shift, asker: actor, to });
  return [
    privateNote(
      internal`I have asked ${to.name}: ${shift.scheduleId} from ${time(shift.from)} until ${time(shift.until)}. You stay on call until they say yes.`,
    ),
  ];
}

/** The speaker's own shift in the stretch they named, as much of it as they meant; their next one when they named none. */
async function findShift({ tx, now }: Trip, actor: Person, wanted: Wanted | null) {
  for (const schedule of await listSchedules(tx)) {
    const [from, until] = [now, plus(now, 5 * week)];
    const own = shiftsOf(schedule, from, until).filter(({ personId }) => personId === actor.id);
    for (const shift of own) {
      const part = wanted ? clipped(shift, wanted) : shift;
      if (part) return { scheduleId: schedule.id, ...part };
    }
  }
  return null;
}
