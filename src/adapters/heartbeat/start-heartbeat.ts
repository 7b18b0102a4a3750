import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { minute, second } from '../../shared/time.ts';

export interface HeartParts {
  /** The address somebody's monitoring gave us. */
  readonly url: string;
  readonly logger: Logger;
  /** Handrail hears, writes and turns, and its platforms are up. */
  readonly isWell: () => Promise<boolean>;
  readonly everyMilliseconds?: number;
}

/**
 * Calls the address once a minute while Handrail is well, so that somebody's monitoring notices when it is not. A call
 * that fails is logged and is no reason to stop. Returns what ends it.
 */
export function startHeartbeat(parts: HeartParts): () => Promise<void> {
  const { everyMilliseconds = minute } = parts;
  let underway: Promise<void> = Promise.resolve();
  const beat = () => {
    underway = call(parts);
  };
  beat();
  const beating = setInterval(beat, everyMilliseconds);
  return async () => {
    clearInterval(beating);
    await underway;
  };
}

async function call({ url, logger, isWell }: HeartParts): Promise<void> {
  if (!(await isWell())) return;
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(5 * second) });
    if (!ok) logger.warn({ status }, 'the heartbeat was refused');
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'the heartbeat could not be sent');
  }
}
