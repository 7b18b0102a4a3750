import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { isBefore, minute, plus } from '../../shared/time.ts';

/**
 * `forged`: nobody knows who sent it. `untimely`: the platform signed it, for another time than ours.
 */
export type Refusal = 'forged' | 'untimely';

/** What a gate turns away, so that somebody learns of it. */
export interface Refusals {
  note(why: Refusal): void;
  /** Something genuine came in. */
  accept(): void;
  /** "up", or what is the matter in a few words. */
  health(): string;
}

export interface RefusalsParts {
  /** Whose gate it is, for the log: "Slack". */
  readonly platform: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Counts what is refused and says so in the log, once a minute at most for each reason. What nobody signed changes
 * nothing else, or anybody could make us look ill; what was signed for another time does, until something genuine comes.
 */
export function createRefusals({ platform, clock, logger }: RefusalsParts): Refusals {
  const counts = { forged: 0, untimely: 0 };
  const quietUntil: { [why in Refusal]?: Date } = {};
  let isUntimely = false;

  function isToBeSaid(why: Refusal): boolean {
    const now = clock.now();
    const until = quietUntil[why];
    if (until && isBefore(now, until)) return false;
    quietUntil[why] = plus(now, minute);
    return true;
  }

  return {
    note(why) {
      counts[why] += 1;
      if (why === 'untimely') isUntimely = true;
      if (!isToBeSaid(why)) return;
      const facts = { platform, ...counts };
      if (why === 'untimely')
        logger.warn(facts, 'what was signed for another time was refused: the clock may be wrong');
      else
        logger.info(
          facts,
          'what was not signed for us was refused: if it was, the secret is wrong',
        );
    },
    accept() {
      isUntimely = false;
    },
    health: () => (isUntimely ? 'what it signs is refused: the clock may be wrong' : 'up'),
  };
}
