import { type Claim, claimMessage } from '../delivery/claim-message.ts';
import { deliverMessage } from '../delivery/deliver-message.ts';
import { type Lane, lanes } from '../delivery/draft.ts';
import type { Surfaces } from '../delivery/surface.ts';
import type { Database } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';

/** How many messages of one lane are on their way at once. */
const mostUnderway: Record<Lane, number> = { pages: 32, replies: 16, 'check-ins': 8 };

export interface SenderParts {
  readonly database: Database;
  readonly surfaces: Surfaces;
  readonly logger: Logger;
  /** Told of every hand-over, for metrics. */
  readonly onSent?: (lane: Lane, outcome: string) => void;
}

/** Hands due messages to their platforms, each lane by itself, so that a slow platform delays no page. */
export interface Sender {
  /** Looks for due messages in every lane; returns at once. */
  nudge(): void;
  /** Hands over everything that is due in these lanes and waits for it; returns how many messages were taken. */
  drain(which?: readonly Lane[]): Promise<number>;
  /** Takes no new message and waits for those underway. */
  stop(): Promise<void>;
}

export function createSender(parts: SenderParts): Sender {
  const running = new Map(lanes.map(lane => [lane, createLane(lane, parts)] as const));
  return {
    nudge: () => {
      for (const lane of running.values()) void lane.pump();
    },
    drain: async (which = lanes) => {
      const taken = await Promise.all(which.map(lane => running.get(lane)?.drain() ?? 0));
      return taken.reduce((sum, count) => sum + count, 0);
    },
    stop: async () => {
      await Promise.all([...running.values()].map(lane => lane.stop()));
    },
  };
}

function createLane(lane: Lane, { database, surfaces, logger, onSent }: SenderParts) {
  const underway = new Set<Promise<void>>();
  let pumping: Promise<void> | null = null;
  let isNudged = false;
  let isStopped = false;
  let taken = 0;

  async function carry(claim: Claim): Promise<void> {
    try {
      const outcome = await deliverMessage(database, claim);
      onSent?.(lane, outcome);
    } catch (error) {
      // The lease runs out and the message is looked at again as one of unknown outcome.
      logger.error(
        { lane, message: claim.outgoing.messageId, cause: messageOf(error) },
        'a result was not recorded',
      );
    }
  }

  async function claimAll(): Promise<void> {
    do {
      isNudged = false;
      while (!isStopped && underway.size < mostUnderway[lane]) {
        const claim = await database.trip(trip => claimMessage(trip, lane, surfaces));
        if (claim === 'idle') break;
        taken += 1;
        if (claim === 'stopped') continue;
        const carried = carry(claim).finally(() => {
          underway.delete(carried);
          void pump();
        });
        underway.add(carried);
      }
    } while (isNudged && !isStopped);
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
    while (underway.size > 0 || pumping) {
      await Promise.all(underway);
      await pumping;
    }
    return taken - before;
  }

  async function stop(): Promise<void> {
    isStopped = true;
    await pumping;
    await Promise.all(underway);
  }

  return { pump, drain, stop };
}
