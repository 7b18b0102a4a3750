import type { MovableClock } from '../../shared/clock.ts';

/** A clock for rehearsals, the practice room and tests: it stands at `start` until it is moved. */
export function createVirtualClock(start: Date): MovableClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    moveTo(instant) {
      now = instant.getTime();
    },
  };
}
