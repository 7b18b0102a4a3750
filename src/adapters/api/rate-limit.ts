/** How many may come at once, and how many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket for each key, in this process's memory: manners, not a security boundary. */
export interface RateLimit {
  /** 0 when this one may pass, else the whole seconds to wait. */
  take(key: string, now: Date): number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Keys are forgotten above this number, so that a flood of made-up keys costs no memory. */
const mostKeys = 10_000;

/** A limit at which every key starts with a full burst. */
export function createRateLimit({ burst, perSecond }: Rate): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const at = now.getTime();
      const bucket = buckets.get(key) ?? { left: burst, at };
      const grown = (Math.max(0, at - bucket.at) / 1000) * perSecond;
      const left = Math.min(burst, bucket.left + grown);
      if (buckets.size >= mostKeys) buckets.clear();
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    },
  };
}
