import { earliest, isBefore } from '../../../shared/time.ts';
import type { Practice } from '../room/room-parts.ts';
import { findNextWork, reportWork } from './report-work.ts';

/** Moves the clock on until then, through everything that becomes due and everything the crew does on the way. */
export async function advance(
  practice: Practice,
  until: Date,
  onStep: () => Promise<void>,
): Promise<void> {
  const { world, clock } = practice;
  for (;;) {
    const work = await findNextWork(world.ports.database.client);
    if (!work || isBefore(until, work)) break;
    const isAhead = isBefore(clock.now(), work);
    if (isAhead) await world.engine.advanceTo(clock, work, onStep);
    const hasReported = await keepUp(practice);
    // What became due on the way may have changed what the crew does next; without either there is no progress.
    if (!isAhead && !hasReported) break;
    await onStep();
  }
  await world.engine.advanceTo(clock, until, onStep);
}

/** Lets the crew report what it has done by now. Returns whether there was anything. */
export async function keepUp({ world }: Practice): Promise<boolean> {
  const isNews = await world.ports.database.trip(reportWork);
  if (isNews) await world.engine.runUntilIdle();
  return isNews;
}

/** When anything happens next, by itself or by the crew; null when nothing is planned at all. */
export async function nextMoment({ world }: Practice): Promise<Date | null> {
  const work = await findNextWork(world.ports.database.client);
  return earliest([await world.engine.nextDue(), work]);
}
