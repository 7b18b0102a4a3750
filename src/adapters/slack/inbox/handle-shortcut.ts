import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { receive } from '../../api/receive.ts';
import type { Ack } from '../gate/bolt-app.ts';
import type { GlobalShortcut, MessageShortcut } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { showForm } from './handle-dialog.ts';
import type { SlackContext } from './slack-context.ts';
import { mentionedUsers } from './slack-words.ts';
import { findActor } from './speakers.ts';
import { translateShortcut } from './translate-act.ts';

/** "Add to timeline", "Publish to customer", "Page about this" on a message. */
export async function handleShortcut(
  context: SlackContext,
  installation: Installation,
  body: MessageShortcut,
): Promise<Ack> {
  const { message } = body;
  const [from, names, author] = await Promise.all([
    findActor(context, installation, body.user),
    context.speakers.names(installation, mentionedUsers(message.text ?? '')),
    authorOf(context, installation, message),
  ]);
  const inbound = translateShortcut(body, installation, { from, author, names });
  if (inbound) await receive(context, inbound);
  return undefined;
}

async function authorOf(
  { speakers }: SlackContext,
  installation: Installation,
  { user, bot_id: bot, user_team: userTeam, team }: MessageShortcut['message'],
): Promise<Inbound['from'] | null> {
  if (!user || bot || user === installation.botUserId) return null;
  return speakers.find(installation, { user, teams: [userTeam, team] });
}

/** "Page about a customer", from anywhere. */
export async function handleGlobalShortcut(
  context: SlackContext,
  installation: Installation,
  body: GlobalShortcut,
): Promise<Ack> {
  if (body.callback_id !== 'handrail_page_customer') return undefined;
  const from = await findActor(context, installation, body.user);
  showForm(context, installation, { name: 'page', from, triggerId: body.trigger_id });
  return undefined;
}
