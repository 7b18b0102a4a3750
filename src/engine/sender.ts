import { type Lane, lanes } from '../delivery/draft.ts';
import { createPace } from '../delivery/pace.ts';
import { createLane, type SenderParts } from './lane.ts';

/** Hands due messages to their platforms, each lane by itself, so that a slow platform delays no page. */
export interface Sender {
  /** Looks for due messages in every lane; returns at once. */
  nudge(): void;
  /** Hands over everything that is due in these lanes and waits for it; returns how many messages were taken. */
  drain(which?: readonly Lane[]): Promise<number>;
  /** Takes no new message and waits for those underway. */
  stop(): Promise<void>;
}

/** A sender with one independent lane for pages, replies and check-ins. */
export function createSender(parts: SenderParts): Sender {
  const nudge = () => {
    for (const lane of running.values()) void lane.pump();
  };
  // What found its address busy may be of any lane.
  const pace = createPace(nudge);
  const running = new Map(lanes.map(lane => [lane, createLane(lane, { ...parts, pace })] as const));
  return {
    nudge,
    drain: async (which = lanes) => {
      const taken = await Promise.all(which.map(lane => running.get(lane)?.drain() ?? 0));
      return taken.reduce((sum, count) => sum + count, 0);
    },
    stop: async () => {
      await Promise.all([...running.values()].map(lane => lane.stop()));
    },
  };
}
