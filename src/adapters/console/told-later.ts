import type { Logger } from '../../shared/logger.ts';
import type { LivedThrough, Rehearse } from './look/rehearsal.ts';

/** Begins what is lived through beside us and does not wait for it; what cannot be told later stands in the log. */
export function toldLater(
  rehearse: (scenario: string) => Promise<LivedThrough>,
  logger: Logger,
): Rehearse {
  return (scenario, tell) =>
    void rehearse(scenario)
      .then(tell)
      .catch(error => logger.warn({ err: error }, 'A rehearsal was not lived through'));
}
