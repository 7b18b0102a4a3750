import { second } from '../../../shared/time.ts';
import { untilHandled } from '../../api/background.ts';
import type { Installation } from '../workspace/installation.ts';
import type { SlackContext } from './slack-context.ts';

/** A message of somebody's that we have taken, and the inbox row it became. */
export interface TakenMessage {
  readonly inboxId: string;
  readonly channel: string;
  readonly ts: string;
}

/** 👀 on a message that was taken; ✅ instead, once it has been dealt with. */
export function markProgress(
  context: Pick<SlackContext, 'api' | 'background' | 'world'>,
  { token }: Installation,
  { inboxId, channel, ts }: TakenMessage,
): void {
  const react = (method: string, name: string) =>
    context.api.call(method, token, { channel, timestamp: ts, name });
  context.background.begin('mark a message', async () => {
    await react('reactions.add', 'eyes');
    if (!(await isSoonHandled(context, inboxId))) return;
    await react('reactions.add', 'white_check_mark');
    await react('reactions.remove', 'eyes');
  });
}

/** When it is looked, after what came in was written down. */
const looks = [0.15, 0.3, 0.6, 1, 2, 4, 8, 15, 30].map(seconds => seconds * second);

/** True as soon as what came in under this id was dealt with; false when that takes too long. */
export async function isSoonHandled(
  context: Pick<SlackContext, 'background' | 'world'>,
  id: string,
): Promise<boolean> {
  return untilHandled(id, { ...context, looks });
}
