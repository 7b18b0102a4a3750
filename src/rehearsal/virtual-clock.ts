import type { MovableClock } from '../shared/clock.ts';

/** A clock that shows `start` until it is moved. */
export function createVirtualClock(start: Date): MovableClock {
  let instant = start;
  return {
    now: () => new Date(instant.getTime()),
    moveTo: to => {
      instant = to;
    },
  };
}
