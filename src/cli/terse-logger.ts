import type { Logger } from '../shared/logger.ts';
import type { Io } from './io.ts';

/** A log for commands that end by themselves: only what went wrong, on standard error. */
export function createTerseLogger(io: Io): Logger {
  const quiet = (): void => {};
  const tell = (facts: Record<string, unknown>, message: string): void => {
    io.err(`${message} ${JSON.stringify(facts)}\n`);
  };
  return { debug: quiet, info: quiet, warn: tell, error: tell };
}
