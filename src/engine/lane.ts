import { type Claim, claimMessages } from '../delivery/claim-messages.ts';
import { deliverMessage } from '../delivery/deliver-message.ts';
import type { Lane } from '../delivery/draft.ts';
import type { Sending } from '../delivery/sending.ts';
import type { Surfaces } from '../delivery/surface.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import { createConcurrency } from './concurrency.ts';

export interface SenderParts extends Sending {
  readonly logger: Logger;
  /** Told of every hand-over, for metrics. */
  readonly onSent?: ((lane: Lane, outcome: string) => void) | undefined;
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
export function createLane(lane: Lane, parts: SenderParts): RunningLane {
  const underway = createConcurrency(lane, platformsOf(parts.surfaces));
  let pumping: Promise<void> | null = null;
  let isNudged = false;
  let isStopped = false;
  let hasOthers = false;
  let taken = 0;

  async function claimAll(): Promise<void> {
    do {
      isNudged = false;
      while (!isStopped && underway.room() > 0) {
        const most = underway.room();
        const { passedOver, roomFor } = underway;
        const room = { most, roomFor, passedOver };
        const { claims, seen, hasOthers: areOthers } = await claimMessages(parts, lane, room);
        taken += seen;
        hasOthers = seen > 0 ? areOthers : !underway.isEmpty();
        for (const claim of claims) launch(claim);
        // Fewer than asked for: whatever else there is waits for one of these, or is not due yet.
        if (seen < most) break;
      }
    } while (isNudged && !isStopped);
  }

  function launch(claim: Claim): void {
    underway.begin(claim.surface.platform, carry(claim, parts), isDone => {
      if (hasOthers || !isDone) void pump();
    });
  }

  function pump(): Promise<void> {
    isNudged = true;
    pumping ??= claimAll()
      .catch(error => parts.logger.error({ lane, cause: messageOf(error) }, 'claiming failed'))
      .finally(() => {
        pumping = null;
      });
    return pumping;
  }

  async function drain(): Promise<number> {
    const before = taken;
    await pump();
    while (!underway.isEmpty() || pumping) {
      await underway.ended();
      await pumping;
    }
    return taken - before;
  }

  async function stop(): Promise<void> {
    isStopped = true;
    await pumping;
    await underway.ended();
  }

  return { pump, drain, stop };
}

function platformsOf({ connected, everywhere }: Surfaces): string[] {
  const surfaces = everywhere ? [...connected, everywhere] : connected;
  return [...new Set(surfaces.map(({ platform }) => platform))];
}

/** True when the message needs nothing more. */
async function carry(claim: Claim, parts: SenderParts): Promise<boolean> {
  const { lane, id: messageId } = claim.message;
  try {
    const { outcome, isDone } = await deliverMessage(parts, claim);
    parts.onSent?.(lane, outcome);
    return isDone;
  } catch (error) {
    // The lease runs out and the message is looked at again as one of unknown outcome.
    parts.logger.error({ lane, messageId, cause: messageOf(error) }, 'a result was not recorded');
    return false;
  }
}
