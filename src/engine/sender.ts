import { type Lane, lanes } from '../delivery/draft.ts';
import { createLane, type SenderParts } from './lane.ts';

/** Hands due messages to their platforms, each lane by itself, so that a slow platform delays no page. */
export interface Sender {
  /** Looks for due messages in these lanes, all of them when left out; resolves when those that can go now are on their way. */
  nudge(which?: Iterable<Lane>): Promise<void>;
  /** Hands over everything that is due in these lanes and waits for it; returns how many messages were taken. */
  drain(which?: readonly Lane[]): Promise<number>;
  /** Takes no new message and waits for those underway. */
  stop(): Promise<void>;
}

/** A sender with one independent lane for pages, replies and check-ins. */
export function createSender(parts: SenderParts): Sender {
  const running = new Map(lanes.map(lane => [lane, createLane(lane, parts)] as const));
  return {
    nudge: async (which = lanes) => {
      await Promise.all([...which].map(lane => running.get(lane)?.pump()));
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
