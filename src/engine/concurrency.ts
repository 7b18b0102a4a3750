import type { Lane } from '../delivery/draft.ts';

/** How many messages of one lane are on their way at once. */
const mostUnderway: Record<Lane, number> = {
  pages: 64,
  replies: 32,
  'check-ins': 16,
  webhooks: 64,
};

/** And how many of these on one platform, so that one which does not answer leaves room for the others. */
const shareOfOne = 1 / 4;

/** The messages of one lane that are on their way, and those that wait for one of these to end. */
export interface Concurrency {
  /** Ids of messages whose platform is full, and which: they are not looked at before it has room. */
  readonly passedOver: Map<string, string>;
  /** None is on its way. */
  isEmpty(): boolean;
  /** So many more may go; never more than the platforms have room for, or they would be taken only to be put back. */
  room(): number;
  /** So many more may go to this platform until one there has ended. */
  roomFor(platform: string): number;
  /** Counts the work until it ends, then calls `onEnd` with what came of it. */
  begin<T>(platform: string, work: Promise<T>, onEnd: (result: T) => void): void;
  /** Resolves when all that are on their way now have ended. */
  ended(): Promise<unknown>;
}

/** A lane with nothing on its way, towards these platforms; none is said where nothing can be sent. */
export function createConcurrency(lane: Lane, platforms: readonly string[]): Concurrency {
  const most = mostUnderway[lane];
  const underway = new Map<Promise<void>, string>();
  const passedOver = new Map<string, string>();

  function roomFor(platform: string): number {
    const there = [...underway.values()].filter(one => one === platform);
    return most * shareOfOne - there.length;
  }

  /** Another process may have sent some of them meanwhile, so with nothing underway all are looked at again. */
  function lookAgain(platform: string): void {
    const isIdle = ![...underway.values()].includes(platform);
    const waiting = [...passedOver].filter(([, waitsFor]) => waitsFor === platform);
    const next = isIdle ? waiting : waiting.slice(0, roomFor(platform));
    for (const [id] of next) passedOver.delete(id);
  }

  return {
    passedOver,
    isEmpty: () => underway.size === 0,
    room() {
      const room = most - underway.size;
      if (platforms.length === 0) return room;
      return Math.min(
        room,
        platforms.reduce((sum, platform) => sum + roomFor(platform), 0),
      );
    },
    roomFor,
    begin(platform, work, onEnd) {
      const carried: Promise<void> = work.then(result => {
        underway.delete(carried);
        lookAgain(platform);
        onEnd(result);
      });
      underway.set(carried, platform);
    },
    ended: () => Promise.all(underway.keys()),
  };
}
