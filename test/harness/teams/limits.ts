/** At most so many calls within so long. */
export interface Window {
  readonly calls: number;
  readonly milliseconds: number;
}

/** Microsoft's published limits for one bot in one conversation. */
export const conversationWindows: readonly Window[] = [
  { calls: 7, milliseconds: 1_000 },
  { calls: 8, milliseconds: 2_000 },
  { calls: 60, milliseconds: 30_000 },
  { calls: 1_800, milliseconds: 3_600_000 },
];

/** And for one app in one tenant. */
export const tenantWindows: readonly Window[] = [{ calls: 30, milliseconds: 1_000 }];

/** The most bytes of one message. */
export const mostBytes = 80 * 1024;

/** Counts calls in sliding windows, by key. */
export interface Meter {
  /** Counts one call now, or says in how many milliseconds it would be taken. */
  take(key: string, windows: readonly Window[], now: number): number;
}

/** A meter that has counted nothing. */
export function createMeter(): Meter {
  const taken = new Map<string, number[]>();
  return {
    take(key, windows, now) {
      const longest = Math.max(...windows.map(({ milliseconds }) => milliseconds));
      const times = (taken.get(key) ?? []).filter(at => at > now - longest);
      taken.set(key, times);
      for (const { calls, milliseconds } of windows) {
        const inside = times.filter(at => at > now - milliseconds);
        const first = inside[inside.length - calls];
        if (first !== undefined) return Math.max(1, first + milliseconds - now);
      }
      times.push(now);
      return 0;
    },
  };
}
