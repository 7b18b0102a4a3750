import { join } from 'node:path';
import { createCryptoRandom } from './adapters/clock/crypto-random.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { openDatabase } from './adapters/database/open-database.ts';
import { createPracticeClock } from './adapters/practice/clock/practice-clock.ts';
import type { Practice } from './adapters/practice/open-later.ts';
import { openRoom } from './adapters/practice/open-room.ts';
import { readExamples } from './adapters/practice/read-examples.ts';
import { createChangeSignal } from './adapters/practice/send/change-signal.ts';
import { createPracticeSurface } from './adapters/practice/send/practice-surface.ts';
import type { Config } from './config.ts';
import { createRunner } from './engine/runner.ts';
import type { MovableClock } from './shared/clock.ts';
import type { Ports } from './shared/database.ts';
import type { Logger } from './shared/logger.ts';
import { tick } from './tick.ts';
import { createWorld } from './world.ts';

interface PracticeParts {
  readonly config: Config;
  readonly logger: Logger;
}

/** The practice organisation: its own store, its own clock, the examples. */
export async function openPractice(parts: PracticeParts): Promise<Practice> {
  const clock = createPracticeClock(systemClock);
  const random = createCryptoRandom();
  const where = { kind: 'directory', path: join(parts.config.dataDir, 'practice') } as const;
  const database = await openDatabase(where, { clock, random });
  try {
    return await practiseOver({ database, clock, random }, parts);
  } catch (error) {
    // Left open, it would be in use for whoever tries again.
    await database.close();
    throw error;
  }
}

interface Over extends Ports {
  readonly clock: MovableClock;
}

async function practiseOver(over: Over, { config, logger }: PracticeParts): Promise<Practice> {
  const { database, clock, random } = over;
  const signal = createChangeSignal();
  const everywhere = createPracticeSurface(signal);
  const world = createWorld({
    database,
    clock,
    random,
    logger,
    surfaces: { connected: [], everywhere },
  });
  const { engine, sender } = world;
  const room = await openRoom({
    world,
    clock,
    signal,
    logger,
    real: systemClock,
    host: config.host,
    setups: await readExamples(),
  });
  const runner = createRunner({ engine, sender, logger });
  // It ticks by itself: a long fast-forward here delays no real page.
  const stopTicking = tick(runner, logger);
  const close = async () => {
    await stopTicking();
    room.close();
    await runner.stop();
    await database.close();
  };
  return { room, close };
}
