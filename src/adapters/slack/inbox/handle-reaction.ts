import type { Inbound, Sign } from '../../../conversation/arrival/inbound.ts';
import { findHandEmoji } from '../../../customers/find-hand-emoji.ts';
import { isOneOf } from '../../../customers/hand-emoji.ts';
import { receive } from '../../api/receive.ts';
import type { ReactionEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';
import { placeOf, translateReaction, translateSign } from './translate-act.ts';

/** How Slack names 🔇. */
const mute = 'mute';

/**
 * The pin emoji, put on a message by one of the vendor's people, adds the message to the timeline; 🔇 on a message of
 * ours makes us quiet in its thread; the customer's own emoji raises a hand.
 */
export async function handleReaction(
  context: SlackContext,
  installation: Installation,
  event: ReactionEvent,
): Promise<void> {
  const [name] = event.reaction.split('::');
  if (!name || event.user === installation.botUserId) return;
  if (name === context.pinEmoji) return handlePin(context, installation, event);
  const sign = await signOf(context, installation, { event, name });
  if (!sign) return;
  const from = await context.speakers.find(installation, {
    user: event.user,
    teams: [event.user_team],
  });
  const inbound = translateSign(event, installation, { from, sign });
  if (inbound) await receive(context, inbound);
}

/** What an emoji means; null when it is talk between people. */
async function signOf(
  { database }: SlackContext,
  installation: Installation,
  { event: { item, item_user: author }, name }: { event: ReactionEvent; name: string },
): Promise<Sign | null> {
  if (name === mute) return author === installation.botUserId ? 'quiet' : null;
  const place = placeOf(installation, item.channel);
  const emoji = place ? await findHandEmoji(database.client, place) : [];
  return isOneOf(emoji, name) ? 'hand' : null;
}

async function handlePin(
  context: SlackContext,
  installation: Installation,
  event: ReactionEvent,
): Promise<void> {
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
