import type { IRouter } from 'express';
import { messageOf } from '../../shared/errors.ts';
import { isLoopback } from '../../shared/loopback.ts';
import { keepUp } from './clock/advance.ts';
import { findSavedClock, keepClock, practiceStart } from './clock/practice-clock.ts';
import { createLive } from './gate/live.ts';
import { mountGate } from './gate/mount-gate.ts';
import { startOver } from './inbox/start-over.ts';
import type { RoomParts } from './room/room-parts.ts';

/** The practice room, ready to be mounted on the server. */
export interface PracticeRoom {
  mount(app: IRouter): void;
  close(): void;
}

const saveMilliseconds = 15_000;
const workMilliseconds = 2_000;

/** Opens the practice: loads the examples when there are none yet, else goes on where the clock was left. */
export async function openRoom(parts: RoomParts): Promise<PracticeRoom> {
  await resume(parts);
  const live = createLive(parts.signal, parts.world.ports.database);
  const saving = setInterval(() => void keepClock(parts), saveMilliseconds).unref();
  const working = setInterval(() => void work(parts), workMilliseconds).unref();
  return {
    mount(app) {
      if (isLoopback(parts.host)) return mountGate(app, { ...parts, live });
      parts.logger.info(
        { host: parts.host },
        'the practice room is not served: it is for loopback addresses alone (HOST=127.0.0.1)',
      );
    },
    close() {
      clearInterval(saving);
      clearInterval(working);
      live.close();
    },
  };
}

/** While the clock runs by itself, the crew works by itself. */
async function work(parts: RoomParts): Promise<void> {
  try {
    if (await keepUp(parts)) parts.signal.publish();
  } catch (error) {
    parts.logger.warn({ cause: messageOf(error) }, 'the practice crew could not report');
  }
}

async function resume({ world, clock, setups, start = practiceStart }: RoomParts): Promise<void> {
  const { database } = world.ports;
  const isFurnished = (await database.client.customer.count()) > 0;
  const saved = isFurnished ? await findSavedClock(database.client) : null;
  clock.moveTo(saved ?? start);
  if (!isFurnished) await database.trip(trip => startOver(trip, setups));
}
