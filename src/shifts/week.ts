import type { Load } from './load.ts';

/** What the last seven days were for somebody who serves. */
export interface Week extends Load {
  readonly name: string;
  readonly timeZone: string;
  /** Customers in their care who were worried or complained. */
  readonly worried: number;
  /** Thank-yous that were theirs. */
  readonly thanks: number;
}

/** From here on somebody else should look after whoever looks after others. */
export const heavy = { nightsWoken: 3, calls: 10, worried: 4 } as const;

/** True when a week was more than somebody should carry unasked. */
export function isHeavy({ nightsWoken, calls, worried }: Week): boolean {
  return nightsWoken >= heavy.nightsWoken || calls >= heavy.calls || worried >= heavy.worried;
}

/** A week in words: "woken on 3 nights, called 5 times, 40 hours on call, 2 customers worried, 1 thank-you". */
export function weekWords({ nightsWoken, calls, hours, worried, thanks }: Week): string {
  return [
    nightsWoken > 0 ? `woken on ${counted(nightsWoken, 'night')}` : null,
    calls > 0 ? `called ${counted(calls, 'time')}` : null,
    `${counted(Math.round(hours), 'hour')} on call`,
    worried > 0 ? `${counted(worried, 'customer')} worried` : null,
    thanks > 0 ? counted(thanks, 'thank-you') : null,
  ]
    .filter(part => part !== null)
    .join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Of those who may, whoever had the quietest week; null when there is nobody. */
export function quietest(weeks: readonly Week[], ids: readonly string[]): Week | null {
  const free = weeks.filter(week => ids.includes(week.personId) && !isHeavy(week));
  const [first] = free.toSorted(
    (a, b) => a.nightsWoken - b.nightsWoken || a.calls - b.calls || a.hours - b.hours,
  );
  return first ?? null;
}
