import type { Notice } from '../../../conversation/arrival/notice.ts';
import { receive } from '../../api/receive.ts';
import type { EventEnvelope, PlaceEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';

type Happened = Notice['notice'];

/** What a channel event means for the place; null for one that does not concern us. */
export function happenedTo(event: PlaceEvent, { botUserId }: Installation): Happened | null {
  switch (event.type) {
    case 'member_joined_channel':
      return event.user === botUserId ? { kind: 'joined' } : null;
    case 'member_left_channel':
      return event.user === botUserId ? { kind: 'left' } : null;
    case 'channel_left':
    case 'group_left':
    case 'channel_deleted':
    case 'group_deleted':
      return { kind: 'left' };
    case 'channel_archive':
    case 'group_archive':
      return { kind: 'archived' };
    case 'channel_unarchive':
    case 'group_unarchive':
      return { kind: 'reopened' };
    case 'channel_id_changed':
      return event.new_channel_id ? { kind: 'moved', channel: event.new_channel_id } : null;
    case 'channel_rename':
    case 'group_rename':
    case 'channel_shared':
    case 'channel_unshared':
      return { kind: 'changed' };
    default:
      return null;
  }
}

/** A word about a channel, written down with what Slack says of the channel as it is now. */
export async function handlePlace(
  context: SlackContext,
  installation: Installation,
  { envelope, event }: { envelope: EventEnvelope; event: PlaceEvent },
): Promise<void> {
  const happened = happenedTo(event, installation);
  const channel = event.old_channel_id ?? channelOf(event);
  if (!happened || !channel) return;
  const lookedAt = happened.kind === 'moved' ? happened.channel : channel;
  const isGone = happened.kind === 'left';
  const [found, by] = await Promise.all([
    isGone ? null : context.channels.find(installation, lookedAt),
    personOf(context, installation, event),
  ]);
  // A new name says nothing about who reads it, and is seen at the next look at the latest.
  if (!found && isRename(event)) return;
  const told = typeof event.channel === 'object' ? event.channel?.name : null;
  await receive(context, {
    id: `slack:event:${envelope.event_id}`,
    notice: happened,
    place: { platform: slackPlatform, workspace: installation.workspace, channel },
    by,
    name: found?.name ?? told ?? null,
    outside: found ? [...found.outside] : null,
  });
}

function isRename({ type }: PlaceEvent): boolean {
  return type === 'channel_rename' || type === 'group_rename';
}

function channelOf({ channel }: PlaceEvent): string | null {
  return (typeof channel === 'object' ? channel?.id : channel) ?? null;
}

/** Who did it: whoever invited us, or changed the channel. */
async function personOf(
  { speakers }: SlackContext,
  installation: Installation,
  { inviter, actor_id: actor, user, type }: PlaceEvent,
): Promise<Notice['by']> {
  const someone = type === 'member_joined_channel' ? inviter : (actor ?? user);
  if (!someone || someone === installation.botUserId) return null;
  return speakers.find(installation, { user: someone, teams: [] });
}
