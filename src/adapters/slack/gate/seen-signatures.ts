import { minute, since } from '../../../shared/time.ts';

/** Signatures that were accepted lately, so that the same request is not accepted again. */
export interface SeenSignatures {
  /** True when it is new; from then on it is seen. */
  take(signature: string, now: Date): boolean;
  /** The request failed on our side, so the very same one may come again. */
  release(signature: string): void;
}

/** A timestamp is good for five minutes before and after, so ten cover the life of a signature. */
const kept = 10 * minute;

/**
 * Remembers signatures for ten minutes, at most `most` of them (some 15 MB). Beyond that the oldest go first; what
 * comes again then is still one inbox row.
 */
export function createSeenSignatures(most = 100_000): SeenSignatures {
  const seen = new Map<string, Date>();
  function drop(now: Date): void {
    for (const [signature, at] of seen) {
      if (seen.size <= most && since(at, now) < kept) return;
      seen.delete(signature);
    }
  }
  return {
    take(signature, now) {
      const before = seen.get(signature);
      if (before && since(before, now) < kept) return false;
      seen.delete(signature);
      seen.set(signature, now);
      drop(now);
      return true;
    },
    release: signature => void seen.delete(signature),
  };
}
