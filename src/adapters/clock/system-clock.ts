import type { Clock } from '../../shared/clock.ts';

/** The real time. */
export const systemClock: Clock = { now: () => new Date() };
