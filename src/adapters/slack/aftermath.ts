import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { second } from '../../shared/time.ts';

/** What is done after Slack has been answered, as well as it can be: marks on messages, Home, open forms. */
export interface Aftermath {
  /** Begins it and returns; a failure is one debug line. Under a flood what is new is left out. */
  begin(what: string, work: () => Promise<unknown>): void;
  /** Resolves with true as soon as what came in under this id was dealt with; false when that takes too long. */
  handled(id: string): Promise<boolean>;
  /** Waits for what is underway, not for what is yet to be handled. */
  stop(): Promise<void>;
}

export interface AftermathParts {
  readonly isHandled: (id: string) => Promise<boolean>;
  readonly logger: Logger;
}

const mostUnderway = 64;
/** When it is looked, after what came in was written down. */
const looks = [0.15, 0.3, 0.6, 1, 2, 4, 8, 15, 30].map(seconds => seconds * second);

/** Work in the background that nobody waits for and nothing depends on. */
export function createAftermath({ isHandled, logger }: AftermathParts): Aftermath {
  const underway = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    begin(what, work) {
      if (underway.size >= mostUnderway || stopping.signal.aborted) return;
      const carried: Promise<void> = work()
        .then(
          () => {},
          error => logger.debug({ what, cause: messageOf(error) }, 'left undone in Slack'),
        )
        .finally(() => underway.delete(carried));
      underway.add(carried);
    },
    async handled(id) {
      for (const wait of looks) {
        await pause(wait, undefined, { ref: false, signal: stopping.signal });
        if (await isHandled(id)) return true;
      }
      return false;
    },
    async stop() {
      stopping.abort();
      await Promise.all(underway);
    },
  };
}
