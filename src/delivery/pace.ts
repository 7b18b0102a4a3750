import { isBefore, plus, second } from '../shared/time.ts';
import type { Lane } from './draft.ts';
import { createTrack, type Track } from './pace-track.ts';
import type { Address, Limit } from './surface.ts';

/** A message that is about to be handed over. */
export interface Asked {
  /** Tells this try from any other of the same message, so that asking twice counts once. */
  readonly tag: string;
  readonly messageId: string;
  readonly lane: Lane;
  readonly address: Address;
  readonly limits: readonly Limit[];
  readonly now: Date;
}

/**
 * Keeps to what platforms put up with. It lives in the memory of one process, which is enough: a second
 * process has its own, so together they may be a few calls over a limit; then the platform refuses one
 * (429), and `hold` keeps everything else back for as long as it says. A restart forgets both the same way.
 */
export interface Pace {
  /**
   * When this message may go. Not later than now: it goes, and is counted. Later: the place in the queue is
   * kept until then, and pages are in front of everything else.
   */
  freeAt(asked: Asked): Date;
  /** The try has ended. */
  end(asked: Pick<Asked, 'tag' | 'address'>): void;
  /** No call to this address, or in all of its workspace, before `until`; in no lane. */
  hold(address: Address, scope: 'address' | 'workspace', until: Date): void;
}

/** Pages first, then what somebody waits for, then what we say by ourselves. */
const ranks: Readonly<Record<Lane, number>> = { pages: 0, replies: 1, 'check-ins': 2 };

/**
 * How soon a message looks again whose address is busy. One call at a time goes to an address, so that a
 * refusal is known before the next.
 */
const busyMilliseconds = 20;

/** A try whose end nobody reported is over by then; longer than any call. */
const longestCall = 10 * second;

const mostTracks = 20_000;

/** A pace that has seen nothing yet. `onFree` is called when an address for which something waited is no longer busy. */
export function createPace(onFree: () => void = () => {}): Pace {
  const tracks = new Map<string, Track>();

  function trackOf(key: string, now: Date): Track {
    const known = tracks.get(key);
    if (known) return known;
    if (tracks.size >= mostTracks) dropIdle(tracks, now);
    const track = createTrack();
    tracks.set(key, track);
    return track;
  }

  return {
    freeAt({ tag, messageId, lane, address, limits, now }) {
      const own = trackOf(addressKey(address), now);
      const all = trackOf(workspaceKey(address), now);
      const turn = { id: messageId, rank: ranks[lane], now };
      const ownFree = own.nextSlot(limitsPer('address', limits), turn);
      const allFree = all.nextSlot(limitsPer('workspace', limits), turn);
      const free = isBefore(ownFree, allFree) ? allFree : ownFree;
      if (isBefore(now, free)) {
        if (isBefore(now, ownFree)) own.wait(turn, free);
        if (isBefore(now, allFree)) all.wait(turn, free);
        return free;
      }
      if (limits.length === 0) return now;
      const isMine = own.isUnderway(tag);
      if (!isMine && own.isBusy(plus(now, -longestCall))) return plus(now, busyMilliseconds);
      own.count(tag, turn);
      own.begin(tag, now);
      all.count(tag, turn);
      return now;
    },
    end({ tag, address }) {
      if (tracks.get(addressKey(address))?.end(tag)) onFree();
    },
    hold(address, scope, until) {
      const key = scope === 'address' ? addressKey(address) : workspaceKey(address);
      trackOf(key, until).hold(until);
    },
  };
}

function limitsPer(scope: Limit['per'], limits: readonly Limit[]): Limit[] {
  return limits.filter(({ per }) => per === scope);
}

function addressKey({ platform, workspace, id }: Address): string {
  return `${platform}|${workspace}|${id}`;
}

function workspaceKey({ platform, workspace }: Address): string {
  return `${platform}|${workspace}`;
}

function dropIdle(tracks: Map<string, Track>, now: Date): void {
  for (const [key, track] of tracks) if (track.isIdle(now)) tracks.delete(key);
}
