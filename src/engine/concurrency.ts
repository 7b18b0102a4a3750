import type { Lane } from '../delivery/draft.ts';

/** How many messages of one lane are on their way at once. */
const mostUnderway: Record<Lane, number> = { pages: 64, replies: 32, 'check-ins': 16 };

/** And how many of these on one platform, so that one which does not answer leaves room for the others. */
const shareOfOne = 1 / 4;

/** The messages of one lane that are on their way. */
export interface Concurrency {
  /** None is on its way. */
  isEmpty(): boolean;
  /** So many more may go. */
  room(): number;
  /** So many more may go to this platform until one there has ended. */
  roomFor(platform: string): number;
  /** None is on its way to this platform. */
  isIdle(platform: string): boolean;
  /** Counts the work until it ends, then calls `onEnd` with what came of it. */
  begin<T>(platform: string, work: Promise<T>, onEnd: (result: T) => void): void;
  /** Resolves when all that are on their way now have ended. */
  ended(): Promise<unknown>;
}

/** A lane with nothing on its way. */
export function createConcurrency(lane: Lane): Concurrency {
  const most = mostUnderway[lane];
  const underway = new Map<Promise<void>, string>();
  return {
    isEmpty: () => underway.size === 0,
    room: () => most - underway.size,
    roomFor(platform) {
      const there = [...underway.values()].filter(one => one === platform);
      return most * shareOfOne - there.length;
    },
    isIdle: platform => ![...underway.values()].includes(platform),
    begin(platform, work, onEnd) {
      const carried: Promise<void> = work.then(result => {
        underway.delete(carried);
        onEnd(result);
      });
      underway.set(carried, platform);
    },
    ended: () => Promise.all(underway.keys()),
  };
}
