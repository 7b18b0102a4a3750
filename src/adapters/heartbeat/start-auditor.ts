import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { minute } from '../../shared/time.ts';
import type { Overdue } from './find-overdue.ts';

export interface AuditorParts {
  readonly logger: Logger;
  readonly findOverdue: () => Promise<readonly Overdue[]>;
  /** Lets what is due be done now. */
  readonly repair: () => Promise<void>;
  /** Tells somebody past the engine; called once for as long as something stays overdue. */
  readonly alarm: () => Promise<unknown>;
  readonly everyMilliseconds?: number;
}

export interface Auditor {
  /** Nothing of paging was overdue when it was last looked, or it has not been looked yet. */
  isWell(): boolean;
  /** One look now. */
  audit(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Looks each minute, apart from the engine, whether a step of a page or a delivery is overdue. The first time it is put
 * right; what is still overdue a minute later is an alarm, told past the engine, and keeps the heartbeat from being sent until it is done.
 */
export function startAuditor(parts: AuditorParts): Auditor {
  const { logger, findOverdue, repair, alarm, everyMilliseconds = minute } = parts;
  let overdue: readonly Overdue[] = [];
  let isBlind = false;
  let isAlarmed = false;
  let underway: Promise<void> = Promise.resolve();

  async function sound(): Promise<void> {
    try {
      await alarm();
      isAlarmed = true;
    } catch (error) {
      logger.error({ cause: messageOf(error) }, 'nobody could be told that pages are overdue');
    }
  }

  async function look(): Promise<void> {
    try {
      const before = new Set(overdue.map(({ id }) => id));
      overdue = await findOverdue();
      isBlind = false;
      if (overdue.length === 0) {
        isAlarmed = false;
        return;
      }
      const still = overdue.filter(({ id }) => before.has(id));
      if (still.length > 0) {
        logger.error({ overdue: still }, 'pages are overdue, and looking again did not help');
        if (!isAlarmed) await sound();
      } else logger.warn({ overdue }, 'pages are overdue: what is due is done now');
      await repair();
    } catch (error) {
      isBlind = true;
      logger.error({ cause: messageOf(error) }, 'nobody can tell whether a page is overdue');
    }
  }

  const audit = (): Promise<void> => {
    underway = underway.then(look);
    return underway;
  };
  const looking = setInterval(() => void audit(), everyMilliseconds);
  return {
    isWell: () => overdue.length === 0 && !isBlind,
    audit,
    stop: async () => {
      clearInterval(looking);
      await underway;
    },
  };
}
