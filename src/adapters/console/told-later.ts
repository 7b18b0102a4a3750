import type { Logger } from '../../shared/logger.ts';
import type { LivedThrough, Rehearse } from './look/rehearsal.ts';

/** Rehearsals that nobody waits for while they go on. */
export interface ToldLater {
  readonly begin: Rehearse;
  /** When all that was begun is told, so that nothing is said to go on after we ended. */
  settled(): Promise<void>;
}

/** Begins what is lived through beside us and does not wait for it; what cannot be told later stands in the log. */
export function toldLater(
  rehearse: (scenario: string) => Promise<LivedThrough>,
  logger: Logger,
): ToldLater {
  const begun = new Set<Promise<void>>();
  return {
    begin(scenario, tell) {
      const told = rehearse(scenario)
        .then(tell)
        .catch(error => logger.warn({ err: error }, 'A rehearsal was not lived through'))
        .finally(() => begun.delete(told));
      begun.add(told);
    },
    async settled() {
      await Promise.all(begun);
    },
  };
}
