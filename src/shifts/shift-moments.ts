import { nextOnCall, personOnCall, type Schedule } from '../on-call/schedule.ts';
import { day, earliest, hour, plus } from '../shared/time.ts';

/** What is to be said or done about a shift, and when. */
export interface ShiftMoment {
  readonly kind: 'day-ahead' | 'hour-ahead' | 'begins';
  readonly at: Date;
  readonly personId: string;
  /** When the shift begins. */
  readonly from: Date;
}

/** What has become due about a schedule's shifts, and when to look again. */
export interface ShiftLook {
  readonly moments: readonly ShiftMoment[];
  /** Null where one person is always on call. */
  readonly nextAt: Date | null;
}

/** More shifts than begin in a day and an hour by any schedule people can live with. */
const mostShifts = 60;

/** What became due after `since` and until `now`. What would be said of a shift that has begun meanwhile is left out. */
export function shiftMoments(schedule: Schedule, since: Date, now: Date): ShiftLook {
  const all: ShiftMoment[] = [];
  let at = since;
  for (let shifts = 0; shifts < mostShifts; shifts += 1) {
    const next = nextOnCall(schedule, at);
    if (!next) break;
    all.push(...momentsOf(next));
    if (plus(next.from, -day) > now) break;
    at = next.from;
  }
  const due = all.filter(moment => moment.at > since && moment.at <= now);
  return {
    moments: due.filter(({ kind, from }) => kind === 'begins' || from > now),
    nextAt: earliest(all.filter(moment => moment.at > now).map(moment => moment.at)),
  };
}

/** Who was on call just before a shift began. */
export function personBefore(schedule: Schedule, from: Date): string | null {
  return personOnCall(schedule, plus(from, -1));
}

function momentsOf({ personId, from }: { personId: string; from: Date }): ShiftMoment[] {
  return [
    { kind: 'day-ahead', at: plus(from, -day), personId, from },
    { kind: 'hour-ahead', at: plus(from, -hour), personId, from },
    { kind: 'begins', at: from, personId, from },
  ];
}
