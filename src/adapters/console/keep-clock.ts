import { messageOf } from '../../shared/errors.ts';
import type { RoomParts } from './room-parts.ts';
import { saveClock } from './saved-clock.ts';

/** Remembers where the practice clock stands; when that fails, only a restart would show it. */
export async function keepClock({ world, clock, logger }: RoomParts): Promise<void> {
  try {
    await world.ports.database.trip(({ tx }) => saveClock(tx, clock.now()));
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'the practice clock was not saved');
  }
}
