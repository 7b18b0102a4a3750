import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { receive } from '../../api/receive.ts';
import type { ReactionEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';
import { translateReaction } from './translate-act.ts';

/** The pin emoji, put on a message by one of the vendor's people, adds the message to the timeline. */
export async function handleReaction(
  context: SlackContext,
  installation: Installation,
  event: ReactionEvent,
): Promise<void> {
  const [name] = event.reaction.split('::');
  if (name !== context.pinEmoji || event.user === installation.botUserId) return;
  const { speakers } = context;
  const from = await speakers.find(installation, { user: event.user, teams: [event.user_team] });
  // A customer's emoji is talk between people, nothing to be refused.
  if (!(await isVendor(context, installation, from))) return;
  const author = event.item_user
    ? await speakers.find(installation, { user: event.item_user, teams: [] })
    : null;
  const inbound = translateReaction(event, installation, { from, author });
  if (inbound) await receive(context, inbound);
}

async function isVendor(
  { database }: SlackContext,
  installation: Installation,
  { workspace, user }: Inbound['from'],
): Promise<boolean> {
  if (workspace === installation.workspace) return true;
  const listed = await database.client.personIdentity.findUnique({
    where: { platform_workspace_user: { platform: slackPlatform, workspace, user } },
    select: { person: { select: { side: true } } },
  });
  return listed?.person.side === 'vendor';
}
