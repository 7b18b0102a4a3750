import type { Inbound } from '../../conversation/arrival/inbound.ts';
import { type Desk, writeDown } from './desk.ts';
import type { Installation } from './installation.ts';
import type { ReactionEvent } from './payloads.ts';
import { slackPlatform } from './platform.ts';
import { translateReaction } from './translate-act.ts';

/** The pin emoji, put on a message by one of the vendor's people, adds the message to the timeline. */
export async function takeReaction(
  desk: Desk,
  installation: Installation,
  event: ReactionEvent,
): Promise<void> {
  const [name] = event.reaction.split('::');
  if (name !== desk.pinEmoji || event.user === installation.botUserId) return;
  const { speakers } = desk;
  const from = await speakers.find(installation, { user: event.user, teams: [event.user_team] });
  // A customer's emoji is talk between people, nothing to be refused.
  if (!(await isVendor(desk, installation, from))) return;
  const author = event.item_user
    ? await speakers.find(installation, { user: event.item_user, teams: [] })
    : null;
  const inbound = translateReaction(event, installation, { from, author });
  if (inbound) await writeDown(desk, inbound);
}

async function isVendor(
  { database }: Desk,
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
