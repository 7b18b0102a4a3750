import type { Notice } from '../../../conversation/arrival/notice.ts';
import { minute, second } from '../../../shared/time.ts';
import type { Activity } from '../gate/activity.ts';
import { type Acquaintance, blockConversation, unblockConversation } from './meet-conversation.ts';
import { outsideOf } from './member.ts';
import { type Scene, teamsPlatform } from './scene.ts';
import { receive, type TeamsContext } from './teams-context.ts';

type Happened = Exclude<Notice['notice']['kind'], 'moved'>;

/** What Teams tells of a place: what happened, and to which conversations. */
interface Word {
  readonly kind: Happened;
  readonly to: 'conversation' | 'team';
}

const channelEvents: Readonly<Record<string, Word>> = {
  channelRenamed: { kind: 'changed', to: 'conversation' },
  channelShared: { kind: 'changed', to: 'conversation' },
  channelUnshared: { kind: 'changed', to: 'conversation' },
  channelMemberAdded: { kind: 'changed', to: 'conversation' },
  channelMemberRemoved: { kind: 'changed', to: 'conversation' },
  channelDeleted: { kind: 'archived', to: 'conversation' },
  channelRestored: { kind: 'reopened', to: 'conversation' },
  teamArchived: { kind: 'archived', to: 'team' },
  teamUnarchived: { kind: 'reopened', to: 'team' },
  teamDeleted: { kind: 'left', to: 'team' },
  teamHardDeleted: { kind: 'left', to: 'team' },
  teamRestored: { kind: 'reopened', to: 'team' },
};

/** What an activity about a place means; null when it does not concern us. That we were added is told by our acquaintance. */
export function wordOf({
  type,
  action,
  channelData,
  membersAdded,
  membersRemoved,
  recipient,
}: Activity): Word | null {
  const us = recipient?.id;
  if (type === 'installationUpdate')
    return action === 'remove' ? { kind: 'left', to: 'team' } : null;
  if ((membersRemoved ?? []).some(({ id }) => id === us)) return { kind: 'left', to: 'team' };
  const known = channelEvents[channelData?.eventType ?? ''];
  if (known) return known;
  const moved = [...(membersAdded ?? []), ...(membersRemoved ?? [])].filter(({ id }) => id !== us);
  return moved.length > 0 ? { kind: 'changed', to: 'team' } : null;
}

/** The conversation a word about a channel is about: it may be told in another one. */
export function aboutChannel(scene: Scene): Scene {
  const id = scene.activity.channelData?.channel?.id;
  return id && scene.kind !== 'personal' ? { ...scene, conversation: id, kind: 'channel' } : scene;
}

/** A word about a place, or a whole team's places, with who reads them as Teams says now. */
export async function handlePlace(
  context: TeamsContext,
  scene: Scene,
  { kind, to }: Word,
): Promise<void> {
  for (const conversation of await listConcerned(context, scene, to)) {
    const one = { ...scene, conversation };
    if (kind === 'left') await blockConversation(context, one);
    if (scene.kind === 'personal') continue;
    const what = scene.activity.id ?? `${context.ports.clock.now().getTime()}`;
    await tell(context, one, { id: `teams:place:${scene.tenant}:${conversation}:${what}`, kind });
  }
}

/** We have come to a place: by being added, or by being spoken to where we never were. */
export async function takeArrival(
  context: TeamsContext,
  scene: Scene,
  { coming }: Acquaintance,
): Promise<void> {
  const joined = (conversation: string, time: string) =>
    tell(
      context,
      { ...scene, conversation },
      { id: `teams:joined:${scene.tenant}:${conversation}:${time}`, kind: 'joined' },
    );
  await joined(scene.conversation, coming);
  // Added to a team again, we are in all of its channels that we knew.
  const isAdded = scene.activity.type !== 'message' && scene.activity.type !== 'invoke';
  for (const row of isAdded ? await listOfTeam(context, scene) : []) {
    if (row.blocked === null || row.conversation === scene.conversation) continue;
    await joined(row.conversation, String(row.updatedAt.getTime()));
    await unblockConversation(context, { tenant: scene.tenant, conversation: row.conversation });
  }
}

const mostConcerned = 500;

async function listConcerned(
  context: TeamsContext,
  scene: Scene,
  to: Word['to'],
): Promise<string[]> {
  const rows = to === 'team' ? await listOfTeam(context, scene) : [];
  return [...new Set([scene.conversation, ...rows.map(row => row.conversation)])];
}

/** The channels we know of the team it is about. */
async function listOfTeam({ ports }: TeamsContext, { tenant, kind, activity }: Scene) {
  const team = activity.channelData?.team?.id;
  if (kind !== 'channel' || !team) return [];
  return ports.database.client.teamsConversation.findMany({
    where: { tenant, kind: 'channel', reference: { path: ['teamId'], equals: team } },
    select: { conversation: true, blocked: true, updatedAt: true },
    take: mostConcerned,
  });
}

interface Told {
  readonly id: string;
  readonly kind: Happened;
}

/** Who reads it is asked at once; while nobody answers, what is known is written down and it is asked again. */
async function tell(context: TeamsContext, scene: Scene, { id, kind }: Told): Promise<void> {
  const isGone = kind === 'left' || kind === 'archived';
  const outside = isGone ? null : await listOutside(context, scene);
  const notice: Notice = {
    id,
    notice: { kind },
    place: { platform: teamsPlatform, workspace: scene.tenant, channel: scene.conversation },
    by: byOf(scene),
    name: nameOf(scene),
    outside,
  };
  await receive(context, notice);
  if (outside === null && !isGone)
    context.background.begin('who reads a place', () => askAgain(context, scene, notice));
}

async function listOutside(context: TeamsContext, scene: Scene): Promise<string[] | null> {
  const members = await context.roster.list(scene);
  return members && outsideOf(members, scene.tenant);
}

const pauses = [5 * second, 30 * second, 2 * minute, 10 * minute];

/** In the end a place of which nobody can say who reads it counts as read by somebody unknown. */
async function askAgain(context: TeamsContext, scene: Scene, notice: Notice): Promise<void> {
  let outside: string[] | null = null;
  for (const pause of pauses) {
    await context.background.wait(pause);
    outside = await listOutside(context, scene);
    if (outside) break;
  }
  await receive(context, {
    ...notice,
    id: `${notice.id}:again`,
    notice: { kind: 'changed' },
    outside: outside ?? ['unknown'],
  });
}

function byOf({ activity, tenant }: Scene): Notice['by'] {
  const user = activity.from?.aadObjectId?.toLowerCase();
  return user ? { platform: teamsPlatform, workspace: tenant, user } : null;
}

/** People call a team's first channel by the team's name. */
function nameOf({ activity, conversation }: Scene): string | null {
  const { channel, team } = activity.channelData ?? {};
  const isFirst = conversation === team?.id;
  const name = isFirst ? team?.name : channel?.id === conversation ? channel.name : null;
  return name?.trim() || null;
}
