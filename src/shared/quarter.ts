import { DateTime } from 'luxon';

/** Three months of somebody's calendar; `from` is inside, `until` outside. */
export interface Quarter {
  /** "Q1 2026" */
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

/** The quarter of this calendar that an instant stands in. */
export function quarterAt(instant: Date, timeZone: string): Quarter {
  return quarterOf(DateTime.fromJSDate(instant, { zone: timeZone }).startOf('quarter'));
}

/** Its months as bills name them: "2026-01", "2026-02", "2026-03". */
export function monthsOf({ from }: Quarter, timeZone: string): string[] {
  const begin = DateTime.fromJSDate(from, { zone: timeZone });
  return [0, 1, 2].map(months => begin.plus({ months }).toFormat('yyyy-MM'));
}

/** The quarter before it. */
export function quarterBefore({ from }: Quarter, timeZone: string): Quarter {
  return quarterOf(DateTime.fromJSDate(from, { zone: timeZone }).minus({ quarters: 1 }));
}

/** The quarter that is named: "last quarter", "Q1 2026", "Q4" (the newest one of that number); null when none is. */
export function readQuarter(text: string, now: Date, timeZone: string): Quarter | null {
  const current = quarterAt(now, timeZone);
  if (/\b(?:last|previous) quarter\b/i.test(text)) return quarterBefore(current, timeZone);
  const [, number, year] = /\bq([1-4])(?:\s*\/?\s*(20\d\d))?\b/i.exec(text) ?? [];
  if (!number) return /\bquarter\b/i.test(text) ? current : null;
  const here = DateTime.fromJSDate(current.from, { zone: timeZone });
  const asked = here.set({ year: year ? Number(year) : here.year, month: 3 * Number(number) - 2 });
  const isLater = !year && asked.toJSDate() > now;
  return quarterOf(isLater ? asked.minus({ years: 1 }) : asked);
}

function quarterOf(begin: DateTime): Quarter {
  const from = begin.startOf('quarter');
  return {
    name: `Q${from.quarter} ${from.year}`,
    from: from.toJSDate(),
    until: from.plus({ quarters: 1 }).toJSDate(),
  };
}
