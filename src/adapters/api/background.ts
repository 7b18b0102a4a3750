import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';

/** Work that goes on after a platform has been answered. It is lost with the process, so nothing may depend on it alone. */
export interface Background {
  /** Begins it and returns; a failure is one line in the log. Under a flood what is new is left out. */
  begin(what: string, work: () => Promise<unknown>): void;
  /** Waits; rejects when everything ends. */
  wait(milliseconds: number): Promise<void>;
  /** Ends what waits, and lets the rest finish. */
  stop(): Promise<void>;
}

export interface BackgroundParts {
  /** Whose background it is, for the log: "Slack". */
  readonly platform: string;
  /** How much goes on at once; beyond it what is new is left out. */
  readonly mostUnderway: number;
  readonly logger: Logger;
}

/** The background of one platform. */
export function createBackground({ platform, mostUnderway, logger }: BackgroundParts): Background {
  const underway = new Set<Promise<void>>();
  const stopping = new AbortController();
  // Each that waits listens to it, and there may be many.
  setMaxListeners(0, stopping.signal);
  const tell = (what: string, error: unknown) => {
    if (!stopping.signal.aborted)
      logger.debug({ platform, what, cause: messageOf(error) }, 'left undone in the background');
  };
  return {
    begin(what, work) {
      if (underway.size >= mostUnderway || stopping.signal.aborted) return;
      const carried: Promise<void> = work()
        .then(
          () => {},
          error => tell(what, error),
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

export interface Handling {
  readonly world: { isHandled(id: string, patience: () => Promise<void>): Promise<boolean> };
  readonly background: Pick<Background, 'wait'>;
  /** How long it is waited for. */
  readonly milliseconds: number;
}

/** True as soon as what came in under this id was dealt with; false when that takes too long. */
export function untilHandled(
  id: string,
  { world, background, milliseconds }: Handling,
): Promise<boolean> {
  return world.isHandled(id, () => background.wait(milliseconds));
}
