import type { Outlook } from '../../src/confidence/outlook.ts';
import { dateAt } from './calendar.ts';
import { normal } from './chance.ts';
import { horizon } from './life.ts';

/** When trouble comes in the second world: five things added up, none of them the model's exponential. */
const shape = {
  floor: 0.2,
  /** Teething troubles fade by a power law: fast at first, and then for a long time. */
  teething: { height: 1.8, hours: 24, power: 0.8 },
  /** The first real use comes on another day for each customer. */
  firstUse: { height: 1.5, meanDay: 8, sdDays: 2.5, earliestDay: 2, widthDays: 1.5 },
  /** Every Monday but the very first day. */
  monday: 0.5,
  /** Every month-end: the last working day and the first two of the new month. */
  monthEnd: { height: 1.8, before: 1, after: 2 },
};
/** Every fourth plan slips once, which doubles trouble for a week. */
const slip = { share: 0.25, withinHours: 400, factor: 2, hours: 40 };

export interface Curve {
  /** For each business hour after the window, so far beyond the horizon as anybody looks. */
  readonly curve: readonly number[];
  readonly slipAt: number | null;
}

/** The curve of one customer. */
export function curveOf(outlook: Outlook, fraction: () => number): Curve {
  const { meanDay, sdDays, earliestDay } = shape.firstUse;
  const useDay = Math.max(earliestDay, meanDay + sdDays * normal(fraction));
  const slipAt = fraction() < slip.share ? fraction() * slip.withinHours : null;
  const calendar = daysOf(outlook);
  const curve = Array.from({ length: horizon + 80 }, (_, hour) => {
    const day = calendar[Math.floor(hour / 8)];
    const known = day ? (day.isMonday ? shape.monday : 0) + day.monthEnd : 0;
    const height = shape.floor + teethingAt(hour) + firstUseAt(hour / 8, useDay) + known;
    const isSlipping = slipAt !== null && hour >= slipAt && hour < slipAt + slip.hours;
    return isSlipping ? height * slip.factor : height;
  });
  return { curve, slipAt };
}

function teethingAt(hour: number): number {
  const { height, hours, power } = shape.teething;
  return height / (1 + hour / hours) ** power;
}

function firstUseAt(day: number, useDay: number): number {
  const { height, widthDays } = shape.firstUse;
  return height * Math.exp(-(((day - useDay) / widthDays) ** 2) / 2);
}

interface CurveDay {
  readonly isMonday: boolean;
  readonly monthEnd: number;
}

function daysOf(outlook: Outlook): CurveDay[] {
  const dates = Array.from({ length: horizon / 8 + 12 }, (_, day) => dateAt(outlook, day * 8));
  const { height, before, after } = shape.monthEnd;
  return dates.map((date, day) => ({
    isMonday: day > 0 && new Date(`${date}T12:00:00Z`).getUTCDay() === 1,
    monthEnd: isNear(dates, day, { before, after }) ? height : 0,
  }));
}

function isNear(
  dates: readonly string[],
  day: number,
  { before, after }: { readonly before: number; readonly after: number },
): boolean {
  const month = (index: number): string => dates[index]?.slice(0, 7) ?? '';
  for (let last = Math.max(0, day - after); last < day + before; last += 1) {
    if (month(last) !== month(last + 1)) return true;
  }
  return false;
}
