import type { Clock, MovableClock } from '../../shared/clock.ts';

/** Ten minutes before the first example's go-live window, in New York. */
export const practiceStart = new Date('2026-03-06T17:50:00-05:00');

/** A clock that runs as fast as the real one, from wherever it was last put. */
export function createPracticeClock(real: Clock, start: Date = practiceStart): MovableClock {
  let offset = start.getTime() - real.now().getTime();
  return {
    now: () => new Date(real.now().getTime() + offset),
    moveTo: instant => {
      offset = instant.getTime() - real.now().getTime();
    },
  };
}
