/** How many may come at once, and how many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What a key has left after it was asked for. */
export interface Allowance {
  /** 0 when this one may pass, else the whole seconds to wait. */
  readonly waitSeconds: number;
  /** How many more may come at once now. */
  readonly left: number;
  /** In how many whole seconds there is a full burst again. */
  readonly fullSeconds: number;
}

/** A token bucket for each key, in this process's memory: manners, not a security boundary. */
export interface RateLimit {
  readonly rate: Rate;
  take(key: string, now: Date): Allowance;
}

interface Bucket {
  left: number;
  at: number;
}

/** Keys are forgotten above this number, so that a flood of made-up keys costs no memory. */
const mostKeys = 10_000;

/** A limit at which every key starts with a full burst. */
export function createRateLimit(rate: Rate): RateLimit {
  const { burst, perSecond } = rate;
  const buckets = new Map<string, Bucket>();
  return {
    rate,
    take(key, now) {
      const at = now.getTime();
      const bucket = buckets.get(key) ?? { left: burst, at };
      const grown = (Math.max(0, at - bucket.at) / 1000) * perSecond;
      const had = Math.min(burst, bucket.left + grown);
      const left = had >= 1 ? had - 1 : had;
      if (buckets.size >= mostKeys) buckets.clear();
      buckets.set(key, { left, at });
      return {
        waitSeconds: had >= 1 ? 0 : Math.ceil((1 - had) / perSecond),
        left: Math.floor(left),
        fullSeconds: Math.ceil((burst - left) / perSecond),
      };
    },
  };
}
