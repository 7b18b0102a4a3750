import { z } from 'zod';
import type { Clock, MovableClock } from '../../../shared/clock.ts';
import type { Tx } from '../../../shared/database.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { RoomParts } from '../room/room-parts.ts';

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

const key = 'practice-clock';
const column = z.object({ at: z.iso.datetime() });

/** Where the practice clock was left, or null when it never ran. */
export async function findSavedClock(tx: Tx): Promise<Date | null> {
  const row = await tx.setting.findUnique({ where: { key } });
  const saved = column.safeParse(row?.value);
  return saved.success ? new Date(saved.data.at) : null;
}

/** Remembers what the practice clock shows, so that a restart goes on from there and not from days later. */
export async function saveClock(tx: Tx, at: Date): Promise<void> {
  const value = { at: at.toISOString() };
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** Remembers where the practice clock stands; when that fails, only a restart would show it. */
export async function keepClock({ world, clock, logger }: RoomParts): Promise<void> {
  try {
    await world.ports.database.trip(({ tx }) => saveClock(tx, clock.now()));
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'the practice clock was not saved');
  }
}
