import { HttpProblem } from '../../api/problem.ts';
import { createRateLimit, type RateLimit } from '../../api/rate-limit.ts';

/** How often what may be asked for, counted in this process's memory. */
export interface Limits {
  /** Forms at the door, by where they come from. */
  readonly strangers: RateLimit;
  /** Links, by whom they are for: nobody's chat is flooded. */
  readonly links: RateLimit;
  /** Whatever somebody who is signed in asks for. */
  readonly people: RateLimit;
}

/** Limits at which everybody starts afresh. */
export function createLimits(): Limits {
  return {
    strangers: createRateLimit({ burst: 30, perSecond: 0.5 }),
    links: createRateLimit({ burst: 3, perSecond: 3 / 600 }),
    people: createRateLimit({ burst: 120, perSecond: 8 }),
  };
}

/** Counts one more; refuses it where it is too much. */
export function slowDown(limit: RateLimit, key: string, now: Date): void {
  const { waitSeconds: seconds } = limit.take(key, now);
  if (seconds === 0) return;
  throw new HttpProblem([429, 'too-many'], `Too much at once. Try again in ${seconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}
