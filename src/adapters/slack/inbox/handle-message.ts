import type { MessageEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { markProgress } from './mark-progress.ts';
import { receive, type SlackContext } from './slack-context.ts';
import { mentionedUsers } from './slack-words.ts';
import { isSpoken, translateMessage } from './translate-message.ts';

/** A message, or a mention of us: whoever comes first of the two is written down. */
export async function handleMessage(
  context: SlackContext,
  installation: Installation,
  event: MessageEvent,
): Promise<void> {
  if (!isSpoken(event, installation)) return;
  const { botUserId } = installation;
  const mentioned = mentionedUsers(event.text ?? '').filter(user => user !== botUserId);
  const named = { user: event.user ?? '', teams: [event.user_team, event.team] };
  const [from, names] = await Promise.all([
    context.speakers.find(installation, named),
    context.speakers.names(installation, mentioned),
  ]);
  const botName = context.directory.nameOf(installation, botUserId);
  const inbound = translateMessage(event, installation, { from, names, botName });
  if (!inbound) return;
  const outcome = await receive(context, inbound);
  if (outcome === 'duplicate' || !inbound.addressed) return;
  const { channel, ts } = event;
  markProgress(context, installation, { inboxId: inbound.id, channel, ts });
}
