/** One post a second in each channel, with a small burst, is what Slack publishes for chat.postMessage. */
export interface RateRules {
  readonly postsPerSecond: number;
  readonly burst: number;
  /** "Several hundred messages per minute" in a workspace. */
  readonly postsPerMinuteInWorkspace: number;
}

export const publishedRates: RateRules = {
  postsPerSecond: 1,
  burst: 4,
  postsPerMinuteInWorkspace: 400,
};

interface Bucket {
  level: number;
  at: number;
}

/** Leaky buckets per channel and per workspace; a call that does not fit is told when it would. */
export class Rates {
  private readonly buckets = new Map<string, Bucket>();
  private readonly now: () => number;
  rules: RateRules;

  constructor(now: () => number, rules: RateRules = publishedRates) {
    this.now = now;
    this.rules = rules;
  }

  /** Null when the post may go through (and is counted), else the seconds to wait. */
  countPost(workspace: string, channel: string): number | null {
    const { postsPerSecond, burst, postsPerMinuteInWorkspace } = this.rules;
    const own = this.look(`${workspace}|${channel}`, postsPerSecond);
    const all = this.look(workspace, postsPerMinuteInWorkspace / 60);
    if (own.level + 1 > burst) return Math.max(1, Math.ceil(1 / postsPerSecond));
    if (all.level + 1 > postsPerMinuteInWorkspace) return 30;
    own.level += 1;
    all.level += 1;
    return null;
  }

  private look(key: string, perSecond: number): Bucket {
    const now = this.now();
    const bucket = this.buckets.get(key) ?? { level: 0, at: now };
    bucket.level = Math.max(0, bucket.level - ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.buckets.set(key, bucket);
    return bucket;
  }
}
