/** Hours that begin on these days of the week, as `only` of a layer: not after `from` means on the next day. */
export interface WeekHours {
  /** 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

/** A stretch of the week: from a minute of one day on, for so many minutes. */
export interface WeekStretch {
  readonly day: number;
  readonly fromMinute: number;
  readonly minutes: number;
}

const dayMinutes = 24 * 60;

/** Stretches of the week as hours of its days: one that lasts longer than a day is cut at each midnight. */
export function weekHours(stretches: readonly WeekStretch[]): WeekHours[] {
  const pieces = stretches.flatMap(piecesOf);
  const hours = new Map<string, WeekHours>();
  for (const { day, from, until } of pieces) {
    const key = `${from}–${until}`;
    const days = [...new Set([...(hours.get(key)?.days ?? []), day])].sort();
    hours.set(key, { days, from, until });
  }
  return [...hours.values()];
}

/** The minutes from one time of the week until another; the same time means a whole week. */
export function minutesUntil(from: number, until: number): number {
  const week = 7 * dayMinutes;
  return ((until - from + week - 1) % week) + 1;
}

function piecesOf({ day, fromMinute, minutes }: WeekStretch) {
  if (minutes <= dayMinutes)
    return [{ day, from: clock(fromMinute), until: end(fromMinute + minutes) }];
  const pieces = [{ day, from: clock(fromMinute), until: '24:00' }];
  let left = minutes - (dayMinutes - fromMinute);
  for (let next = day + 1; left > 0; next += 1) {
    const part = Math.min(left, dayMinutes);
    pieces.push({ day: ((next - 1) % 7) + 1, from: '00:00', until: end(part) });
    left -= part;
  }
  return pieces;
}

function end(minute: number): string {
  return minute === dayMinutes ? '24:00' : clock(minute % dayMinutes);
}

function clock(minute: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
