import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { receive } from '../../api/receive.ts';
import type { MessageEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { instantOf } from '../workspace/platform.ts';
import { markProgress } from './mark-progress.ts';
import type { SlackContext } from './slack-context.ts';
import { mentionedUsers } from './slack-words.ts';
import { editIn, isSpoken, translateMessage } from './translate-message.ts';

/** A message, or a mention of us: whoever comes first of the two is written down. */
export async function handleMessage(
  context: SlackContext,
  installation: Installation,
  event: MessageEvent,
): Promise<void> {
  const edit = editIn(event);
  const inbound = await hear(context, installation, edit?.event ?? event);
  if (!inbound) return;
  if (edit) {
    await receive(context, {
      ...inbound,
      id: `${inbound.id}:edited:${edit.editedTs}`,
      edited: true,
      // New words for an old message are said now.
      saidAt: instantOf(edit.editedTs),
    });
    return;
  }
  const outcome = await receive(context, inbound);
  if (outcome === 'duplicate' || !inbound.addressed) return;
  const { channel, ts } = event;
  markProgress(context, installation, { inboxId: inbound.id, channel, ts });
}

/** What a person said in this message; null when nobody did. */
async function hear(
  context: SlackContext,
  installation: Installation,
  event: MessageEvent,
): Promise<Inbound | null> {
  if (!isSpoken(event, installation)) return null;
  const { botUserId } = installation;
  const mentioned = mentionedUsers(event.text ?? '').filter(user => user !== botUserId);
  const named = { user: event.user ?? '', teams: [event.user_team, event.team] };
  const [from, names] = await Promise.all([
    context.speakers.find(installation, named),
    context.speakers.names(installation, mentioned),
  ]);
  const botName = context.directory.nameOf(installation, botUserId);
  // A person may post through an app; a bot is nobody, whatever its message looks like.
  if (from.profile?.isBot) return null;
  if (event.bot_id && !(await context.speakers.isListed(from))) return null;
  return translateMessage(event, installation, { from, names, botName });
}
