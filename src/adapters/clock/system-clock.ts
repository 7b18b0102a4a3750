import type { Clock } from '../../shared/clock.ts';

/** The real time. */
export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds since some moment of this process: they go on while the wall clock is set, and while the process is stopped. */
export const monotonicMilliseconds = (): number => performance.now();
