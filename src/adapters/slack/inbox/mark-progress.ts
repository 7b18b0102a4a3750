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

/** Within this it is dealt with before anybody wonders whether it was seen. */
const atOnce = 1.5 * second;

/** And within this at all, unless something is wrong. */
const soon = 60 * second;

/** ✅ on a message that was dealt with; 👀 until then, when that takes longer than a glance. */
export function markProgress(
  context: Pick<SlackContext, 'api' | 'background' | 'world'>,
  { token }: Installation,
  { inboxId, channel, ts }: TakenMessage,
): void {
  const react = (method: string, name: string) =>
    context.api.call(method, token, { channel, timestamp: ts, name });
  context.background.begin('mark a message', async () => {
    const isQuick = await untilHandled(inboxId, { ...context, milliseconds: atOnce });
    if (!isQuick) await react('reactions.add', 'eyes');
    if (!isQuick && !(await isSoonHandled(context, inboxId))) return;
    await react('reactions.add', 'white_check_mark');
    if (!isQuick) await react('reactions.remove', 'eyes');
  });
}

/** True as soon as what came in under this id was dealt with; false when that takes too long. */
export function isSoonHandled(
  context: Pick<SlackContext, 'background' | 'world'>,
  id: string,
): Promise<boolean> {
  return untilHandled(id, { ...context, milliseconds: soon });
}
