import type { Clock } from '../../../shared/clock.ts';
import { plus } from '../../../shared/time.ts';

/** Values that are good for a while; the one put in first is dropped when there are too many. */
export interface BoundedCache<T> {
  /** Undefined = not known, or no longer. */
  get(key: string): T | undefined;
  put(key: string, value: T, milliseconds: number): void;
}

/** An empty cache of at most `most` values. */
export function createBoundedCache<T>(clock: Clock, most: number): BoundedCache<T> {
  const kept = new Map<string, { readonly value: T; readonly until: Date }>();
  return {
    get: key => {
      const entry = kept.get(key);
      if (!entry) return undefined;
      if (clock.now() < entry.until) return entry.value;
      kept.delete(key);
      return undefined;
    },
    put: (key, value, milliseconds) => {
      kept.delete(key);
      kept.set(key, { value, until: plus(clock.now(), milliseconds) });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
  };
}
