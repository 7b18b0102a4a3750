import type { Aftermath } from './aftermath.ts';
import type { Installation } from './installation.ts';
import type { WebApi } from './web-api.ts';

/** A message of somebody's that we have taken, and the inbox row it became. */
export interface Taken {
  readonly inboxId: string;
  readonly channel: string;
  readonly ts: string;
}

/** 👀 on a message that was taken; ✅ instead, once it has been dealt with. */
export function markProgress(
  { api, aftermath }: { api: WebApi; aftermath: Aftermath },
  { token }: Installation,
  { inboxId, channel, ts }: Taken,
): void {
  const react = (method: string, name: string) =>
    api.call(method, token, { channel, timestamp: ts, name });
  aftermath.begin('mark a message', async () => {
    await react('reactions.add', 'eyes');
    if (!(await aftermath.handled(inboxId))) return;
    await react('reactions.add', 'white_check_mark');
    await react('reactions.remove', 'eyes');
  });
}
