import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';

/** Work that goes on after Teams has been answered. It is lost with the process, so nothing may depend on it alone. */
export interface Later {
  /** Begins it; a failure is one line in the log. Under a flood what is new is left out. */
  begin(what: string, work: () => Promise<unknown>): void;
  /** Waits; rejects when everything ends. */
  wait(milliseconds: number): Promise<void>;
  /** Ends what waits, and lets the rest finish. */
  stop(): Promise<void>;
}

const mostUnderway = 200;

/** Nothing is underway at first. */
export function createLater(logger: Logger): Later {
  const underway = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    begin(what, work) {
      if (stopping.signal.aborted || underway.size >= mostUnderway) return;
      const carried: Promise<void> = work()
        .then(
          () => {},
          error => {
            if (!stopping.signal.aborted)
              logger.warn({ what, cause: messageOf(error) }, 'left undone in Teams');
          },
        )
        .finally(() => underway.delete(carried));
      underway.add(carried);
    },
    wait: async milliseconds => {
      await pause(milliseconds, undefined, { ref: false, signal: stopping.signal });
    },
    async stop() {
      stopping.abort();
      await Promise.all(underway);
    },
  };
}
