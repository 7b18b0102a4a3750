import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { isBefore, minute, plus, second } from '../../shared/time.ts';

export interface HeartParts {
  /** The address somebody's monitoring gave us. */
  readonly url: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** When the engine last went round; null before the first time. */
  readonly lastCycleAt: () => Date | null;
  readonly everyMilliseconds?: number;
}

/** An engine that has not gone round for so long is not alive, whatever the process does. */
const liveWithin = 30 * second;

/**
 * Calls the address once a minute while the engine goes round, so that somebody's monitoring notices when it
 * stops. A call that fails is logged and is no reason to stop. Returns what ends it.
 */
export function startHeartbeat(parts: HeartParts): () => Promise<void> {
  const { everyMilliseconds = minute } = parts;
  let underway: Promise<void> = Promise.resolve();
  const beat = () => {
    if (isAlive(parts)) underway = call(parts);
  };
  beat();
  const beating = setInterval(beat, everyMilliseconds);
  return async () => {
    clearInterval(beating);
    await underway;
  };
}

function isAlive({ clock, lastCycleAt }: HeartParts): boolean {
  const last = lastCycleAt();
  return last !== null && isBefore(clock.now(), plus(last, liveWithin));
}

async function call({ url, logger }: HeartParts): Promise<void> {
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(5 * second) });
    if (!ok) logger.warn({ status }, 'the heartbeat was refused');
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'the heartbeat could not be sent');
  }
}
