import { type Claim, claimMessage } from '../delivery/claim-message.ts';
import { deliverMessage } from '../delivery/deliver-message.ts';
import type { Lane } from '../delivery/draft.ts';
import type { Pace } from '../delivery/pace.ts';
import { messageOf } from '../shared/errors.ts';
import type { SenderParts } from './sender.ts';

/** How many messages of one lane are on their way at once. */
const mostUnderway: Record<Lane, number> = { pages: 64, replies: 32, 'check-ins': 16 };

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
  const underway = new Set<Promise<void>>();
  let pumping: Promise<void> | null = null;
  let isNudged = false;
  let isStopped = false;
  let taken = 0;

  async function claimAll(): Promise<void> {
    do {
      isNudged = false;
      while (!isStopped && underway.size < mostUnderway[lane]) {
        const claim = await database.trip(trip => claimMessage(trip, lane, parts));
        if (claim === 'idle') break;
        taken += 1;
        if (claim !== 'stopped') launch(claim);
      }
    } while (isNudged && !isStopped);
  }

  function launch(claim: Claim): void {
    const carried = carry(claim, parts).finally(() => {
      underway.delete(carried);
      void pump();
    });
    underway.add(carried);
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
