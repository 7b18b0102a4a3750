import type { Customer } from '../customers/customer.ts';
import { gapsOf, type Schedule, shiftsOf } from '../on-call/schedule.ts';
import type { Escalation } from '../paging/ladder/escalation.ts';
import { getEscalation } from '../paging/ladder/get-escalation.ts';
import { loadRoster } from '../paging/ladder/load-roster.ts';
import type { Roster } from '../paging/ladder/roster.ts';
import type { Target } from '../paging/ladder/target.ts';
import type { Trip } from '../shared/database.ts';
import type { Transition } from '../transitions/transition.ts';
import type { OpenStretch, Proof } from './proof.ts';

/** Who would be called for a transition, from its ladder as it is now. */
export interface Coverage {
  /** The ladder, with the people who serve in the window in place of schedules. */
  readonly policy: Escalation;
  readonly roster: Roster;
  readonly proof: Proof;
  readonly gaps: readonly OpenStretch[];
}

/** Reads the ladder of a transition's customer, and whom its schedules name within the window. */
export async function loadCoverage(
  { tx }: Pick<Trip, 'tx'>,
  customer: Customer,
  { windowFrom, windowUntil }: Pick<Transition, 'windowFrom' | 'windowUntil'>,
): Promise<Coverage> {
  const escalation = await getEscalation(tx, customer.escalationId);
  const roster = await loadRoster(tx, customer, { escalation });
  const shifts = roster.schedules.map(schedule => ({
    scheduleId: schedule.id,
    shifts: shiftsOf(schedule, windowFrom, windowUntil),
  }));
  const serving = (target: Target): Target[] => {
    if (!('schedule' in target)) return [target];
    const own = shifts.find(({ scheduleId }) => scheduleId === target.schedule)?.shifts ?? [];
    return [...new Set(own.map(({ personId }) => personId))].map(person => ({ person }));
  };
  const levels = escalation.levels.map(level => ({ ...level, to: level.to.flatMap(serving) }));
  const proof = {
    ladder: { levels: escalation.levels, fallback: escalation.fallback, roles: roster.roles },
    schedule: shifts.map(({ scheduleId, shifts: own }) => ({
      scheduleId,
      shifts: own.map(({ personId, from, until }) => [
        personId,
        from.toISOString(),
        until.toISOString(),
      ]),
    })),
    media: mediaOf({ ...escalation, levels }, roster),
    window: { from: windowFrom.toISOString(), until: windowUntil.toISOString() },
  };
  const gaps = roster.schedules.flatMap(schedule => gapsIn(schedule, windowFrom, windowUntil));
  return { policy: { ...escalation, levels }, roster, proof: asStored(proof), gaps };
}

function gapsIn(schedule: Schedule, from: Date, until: Date): OpenStretch[] {
  return gapsOf(schedule, from, until).map(gap => ({ ...gap, scheduleId: schedule.id }));
}

/** How each person on the ladder is reached: somebody in a rotation who does not serve in the window is none of them. */
function mediaOf({ levels, fallback }: Escalation, { people, roles }: Roster) {
  const targets = [...levels.flatMap(({ to }) => to), ...fallback];
  const isMeant = (id: string, skills: readonly string[]) =>
    targets.some(target => {
      if ('role' in target) return roles[target.role] === id;
      if ('person' in target) return target.person === id;
      return 'skill' in target && skills.includes(target.skill);
    });
  return people
    .filter(({ id, skills }) => isMeant(id, skills))
    .map(({ id, contact }) => ({ id, contact }));
}

/** As it comes back from a JSON column, so that two of them can be compared. */
function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
