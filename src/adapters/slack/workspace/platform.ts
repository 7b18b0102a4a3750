/** What Slack is called in our tables. */
export const slackPlatform = 'slack';

/** A message of a channel as we refer to it everywhere: "C0SHARED/1700000000.000100". */
export function refOf(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

/** Ids of direct messages begin with D; there is nobody but the two of us. */
export function isDirectChannel(channel: string): boolean {
  return channel.startsWith('D');
}

/** The parts of a message's reference; null for anything else. */
export function refFrom(ref: string): { readonly channel: string; readonly ts: string } | null {
  const [, channel, ts] = /^([A-Z0-9]+)\/(\d+\.\d+)$/.exec(ref) ?? [];
  return channel && ts ? { channel, ts } : null;
}

/** Slack's `ts` is a message's time in seconds: as ISO 8601, null for what is no time. */
export function instantOf(ts: string): string | null {
  const milliseconds = Math.floor(Number(ts) * 1_000);
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;
}
