import { describe, expect, test } from '@jest/globals';
import { IANAZone } from 'luxon';
import { personOnCall, type Schedule, shiftsOf } from '../../../src/on-call/schedule.ts';
import { day, hour, minute, plus } from '../../../src/shared/time.ts';

/** Every change of clocks from 2026 to 2028: the first instant with the new offset. */
function changesIn(timeZone: string): Date[] {
  const zone = IANAZone.create(timeZone);
  const changes: Date[] = [];
  const last = Date.parse('2029-01-01T00:00:00Z');
  // The shortest stretch between two changes is Morocco's month of Ramadan.
  for (let at = Date.parse('2026-01-01T00:00:00Z'); at < last; at += 10 * day) {
    if (zone.offset(at) === zone.offset(at + 10 * day)) continue;
    let [before, after] = [at, at + 10 * day];
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute;
      if (zone.offset(middle) === zone.offset(before)) before = middle;
      else after = middle;
    }
    changes.push(new Date(after));
  }
  return changes;
}

const all = Intl.supportedValuesOf('timeZone').map(timeZone => ({
  timeZone,
  changes: changesIn(timeZone),
}));

/** CLOCKS=all looks at every zone, and at every minute of each: a minute and a half, and nothing else comes of it. */
const isFull = process.env.CLOCKS === 'all';

/** Zones whose clocks change at the same instant by the same minutes are alike around it: one of them is looked at. */
const rules = new Map(
  all.flatMap(({ timeZone, changes }) =>
    changes.map(change => {
      const rule = ruleOf(timeZone, change);
      return [isFull ? `${timeZone} ${rule}` : rule, { timeZone, change }] as const;
    }),
  ),
);

const people = ['ada', 'ben', 'cyd'];
const always = [1, 2, 3, 4, 5, 6, 7];
const daily = (time: string) => ({ everyDays: 1, start: `2025-12-01T${time}`, people });

const shifts: Record<string, Schedule['layers']> = {
  'a night shift': [
    { rotation: daily('08:00'), only: [{ days: always, from: '06:00', until: '22:00' }] },
    {
      rotation: { ...daily('08:00'), people: ['dee'] },
      only: [{ days: always, from: '22:00', until: '06:00' }],
    },
  ],
  'a hand-over at 02:30': [{ rotation: daily('02:30'), only: [] }],
  'a hand-over at 00:00': [{ rotation: daily('00:00'), only: [] }],
};

describe('every zone at every change of clocks from 2026 to 2028', () => {
  test('there are hundreds of changes to look at', () => {
    expect(all.length).toBeGreaterThan(400);
    expect(all.flatMap(({ changes }) => changes).length).toBeGreaterThan(700);
  });

  test.each(Object.keys(shifts))(
    '%s has exactly one person at every minute, and is handed over once',
    name => {
      const wrong: string[] = [];
      const seen = new Set<string>();
      for (const [rule, { timeZone, change }] of rules) {
        const schedule = { id: 'duty', timeZone, layers: shifts[name] ?? [], overrides: [] };
        const jump = jumpOf(timeZone, change);
        const told =
          lookAtShifts(schedule, change, name === 'a night shift' ? 3 : 1) ??
          (seen.has(jump) && !isFull ? null : lookAtMinutes(schedule, change));
        seen.add(jump);
        if (told) wrong.push(`${timeZone} ${rule}: ${told}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** What is wrong around this change; null when nothing is. A night shift is handed over at its edges and at 08:00. */
function lookAtShifts(schedule: Schedule, change: Date, handOvers: number): string | null {
  const [from, until] = [plus(change, -12 * hour), plus(change, 12 * hour)];
  const stretches = shiftsOf(schedule, from, until);
  const [first] = stretches;
  if (first?.from.getTime() !== from.getTime()) return 'nobody at the beginning';
  let at = from;
  for (const one of stretches) {
    if (one.from.getTime() !== at.getTime()) return `nobody from ${at.toISOString()}`;
    at = one.until;
  }
  if (at.getTime() !== until.getTime()) return 'nobody at the end';
  const changes = stretches.length - 1;
  return changes === handOvers ? null : `handed over ${changes} times`;
}

/** The same, minute by minute; once for each kind of jump, as a daily turn knows no other difference. */
function lookAtMinutes(schedule: Schedule, change: Date): string | null {
  const [from, until] = [plus(change, -2 * hour), plus(change, 2 * hour)];
  const stretches = shiftsOf(schedule, from, until);
  for (let now = from; now < until; now = plus(now, minute)) {
    const shift = stretches.find(one => one.from <= now && now < one.until);
    if (shift === undefined || personOnCall(schedule, now) !== shift.personId) {
      return `unclear at ${now.toISOString()}`;
    }
  }
  return null;
}

function ruleOf(timeZone: string, change: Date): string {
  return [change.toISOString(), ...offsetsAt(timeZone, change)].join(' ');
}

/** "02:00 +60": what the wall clock shows at the change, and by how much it jumps. */
function jumpOf(timeZone: string, change: Date): string {
  const [before = 0, after = 0] = offsetsAt(timeZone, change);
  const shown = plus(change, before * minute)
    .toISOString()
    .slice(11, 16);
  return `${shown} ${after - before}`;
}

function offsetsAt(timeZone: string, change: Date): number[] {
  const zone = IANAZone.create(timeZone);
  return [-1, 0].map(minutes => zone.offset(change.getTime() + minutes * minute));
}
