import { startTicking } from './adapters/clock/start-ticking.ts';
import type { Runner } from './engine/runner.ts';
import { messageOf } from './shared/errors.ts';
import type { Logger } from './shared/logger.ts';

/** Runs the engine each second from now on; answers how to end that. */
export function tick(runner: Runner, logger: Logger): () => Promise<void> {
  return startTicking(
    () => runner.run(),
    error => logger.error({ cause: messageOf(error) }, 'a tick failed'),
  );
}
