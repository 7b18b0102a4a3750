import { type Claim, claimMessage } from '../delivery/claim-message.ts';
import { deliverMessage } from '../delivery/deliver-message.ts';
import type { Lane } from '../delivery/draft.ts';
import type { Pace } from '../delivery/pace.ts';
import type { Surfaces } from '../delivery/surface.ts';
import type { Database } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import { createConcurrency } from './concurrency.ts';

export interface SenderParts {
  readonly database: Database;
  readonly surfaces: Surfaces;
  readonly logger: Logger;
  /** Told of every hand-over, for metrics. */
  readonly onSent?: (lane: Lane, outcome: string) => void;
}

/** What a lane is made of: its sender's parts, and the pace all lanes keep together. */
export interface LaneParts extends SenderParts {
  readonly pace: Pace;
}

/** One lane of the outbox: claims what is due, and carries many messages at once. */
export interface RunningLane {
  /** Claims until nothing is due or the lane is full; asked again meanwhile, it looks again. */
  pump(): Promise<void>;
  /** Pumps until nothing is underway; returns how many messages were taken. */
  drain(): Promise<number>;
  /** Takes no new message and waits for those underway. */
  stop(): Promise<void>;
}

/** A lane of its own, so that a slow platform in another delays nothing here. */
export function createLane(lane: Lane, parts: LaneParts): RunningLane {
  const { database, logger } = parts;
  const slots = createConcurrency(lane);
  const passedOver = new Set<string>();
  let pumping: Promise<void> | null = null;
  let isNudged = false;
  let isStopped = false;
  let taken = 0;

  async function claimAll(): Promise<void> {
    const ways = { ...parts, isFull: slots.isFull, passedOver };
    do {
      isNudged = false;
      while (!isStopped && slots.hasRoom()) {
        const claim = await database.trip(trip => claimMessage(trip, lane, ways));
        if (claim === 'idle') break;
        if (claim === 'full') continue;
        taken += 1;
        if (claim !== 'stopped') launch(claim);
      }
    } while (isNudged && !isStopped);
  }

  function launch(claim: Claim): void {
    slots.fill(claim.surface.platform, carry(claim, parts), () => {
      passedOver.clear();
      void pump();
    });
  }

  function pump(): Promise<void> {
    isNudged = true;
    pumping ??= claimAll()
      .catch(error => logger.error({ lane, cause: messageOf(error) }, 'claiming failed'))
      .finally(() => {
        pumping = null;
      });
    return pumping;
  }

  async function drain(): Promise<number> {
    const before = taken;
    await pump();
    while (!slots.isEmpty() || pumping) {
      await slots.ended();
      await pumping;
    }
    return taken - before;
  }

  async function stop(): Promise<void> {
    isStopped = true;
    await pumping;
    await slots.ended();
  }

  return { pump, drain, stop };
}

async function carry(claim: Claim, parts: LaneParts): Promise<void> {
  const { database, logger, pace, onSent } = parts;
  try {
    const outcome = await deliverMessage(database, claim, pace);
    onSent?.(claim.lane, outcome);
  } catch (error) {
    // The lease runs out and the message is looked at again as one of unknown outcome.
    const { messageId } = claim.outgoing;
    logger.error(
      { lane: claim.lane, messageId, cause: messageOf(error) },
      'a result was not recorded',
    );
  }
}
