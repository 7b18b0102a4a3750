import type { Notice } from '../../../conversation/arrival/notice.ts';
import { minute, second } from '../../../shared/time.ts';
import { receive } from '../../api/receive.ts';
import type { TeamsActivity } from '../gate/activity.ts';
import { outsideOf } from './member.ts';
import { type Acquaintance, blockConversation, unblockConversation } from './note-conversation.ts';
import type { TeamsContext } from './teams-context.ts';
import { type TeamsTurn, teamsPlatform } from './teams-turn.ts';

type Happened = Exclude<Notice['notice']['kind'], 'moved'>;

/** What Teams tells of a place: what happened, and to which conversations. */
export interface PlaceWord {
  readonly kind: Happened;
  readonly to: 'conversation' | 'team';
}

/** We are not there any more, nor in the rest of the team. */
export const left: PlaceWord = { kind: 'left', to: 'team' };

const endings = ['teamDeleted', 'teamHardDeleted'];
const sharing = ['channelShared', 'channelUnshared', 'channelMemberAdded', 'channelMemberRemoved'];

/** True for the last that we hear of a team. */
export function isFarewell(activity: TeamsActivity): boolean {
  const { membersRemoved = [], recipient, channelData } = activity;
  const isRemoved = membersRemoved.some(({ id }) => id === recipient?.id);
  return isRemoved || endings.includes(channelData.eventType ?? '');
}

/** What an activity says of who shares one channel; null when it is about something else. */
export function sharingWordOf(activity: TeamsActivity): PlaceWord | null {
  const isSharing = sharing.includes(activity.channelData.eventType ?? '');
  return isSharing && !isFarewell(activity) ? { kind: 'changed', to: 'conversation' } : null;
}

/** What members who came or went mean for a whole team; null when that was us, who are met elsewhere, or one channel's. */
export function membersWordOf(activity: TeamsActivity): PlaceWord | null {
  if (isFarewell(activity)) return left;
  const { membersAdded = [], membersRemoved = [], recipient } = activity;
  const others = [...membersAdded, ...membersRemoved].filter(({ id }) => id !== recipient?.id);
  const isTold = others.length === 0 || sharingWordOf(activity) !== null;
  return isTold ? null : { kind: 'changed', to: 'team' };
}

/** A word about a place, or a whole team's places, with who reads them as Teams says now. */
export async function handlePlace(
  context: TeamsContext,
  turn: TeamsTurn,
  { kind, to }: PlaceWord,
): Promise<void> {
  for (const conversation of await listConcerned(context, turn, to)) {
    const one = { ...turn, conversation };
    if (kind === 'left') await blockConversation(context, one);
    if (turn.kind === 'personal') continue;
    const what = turn.activity.id ?? `${context.ports.clock.now().getTime()}`;
    await tell(context, one, { id: `teams:place:${turn.tenant}:${conversation}:${what}`, kind });
  }
}

/** We have come to a place: by being added, or by being spoken to where we never were. */
export async function tellArrival(
  context: TeamsContext,
  turn: TeamsTurn,
  { coming }: Acquaintance,
): Promise<void> {
  const joined = (conversation: string, time: string) =>
    tell(
      context,
      { ...turn, conversation },
      { id: `teams:joined:${turn.tenant}:${conversation}:${time}`, kind: 'joined' },
    );
  await joined(turn.conversation, coming);
  // Added to a team again, we are in all of its channels that we knew.
  const isAdded = turn.activity.type !== 'message' && turn.activity.type !== 'invoke';
  for (const row of isAdded ? await listOfTeam(context, turn) : []) {
    if (row.blocked === null || row.conversation === turn.conversation) continue;
    await joined(row.conversation, String(row.updatedAt.getTime()));
    await unblockConversation(context, { tenant: turn.tenant, conversation: row.conversation });
  }
}

const mostConcerned = 500;

async function listConcerned(
  context: TeamsContext,
  turn: TeamsTurn,
  to: PlaceWord['to'],
): Promise<string[]> {
  const rows = to === 'team' ? await listOfTeam(context, turn) : [];
  return [...new Set([turn.conversation, ...rows.map(row => row.conversation)])];
}

/** The channels we know of the team it is about. */
async function listOfTeam({ ports }: TeamsContext, { tenant, kind, activity }: TeamsTurn) {
  const team = activity.channelData.team?.id;
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
async function tell(context: TeamsContext, turn: TeamsTurn, { id, kind }: Told): Promise<void> {
  const isGone = kind === 'left' || kind === 'archived';
  const outside = isGone ? null : await listOutside(context, turn);
  const notice: Notice = {
    id,
    notice: { kind },
    place: { platform: teamsPlatform, workspace: turn.tenant, channel: turn.conversation },
    by: byOf(turn),
    name: nameOf(turn),
    outside,
  };
  await receive(context, notice);
  if (outside === null && !isGone)
    context.background.begin('who reads a place', () => askAgain(context, turn, notice));
}

async function listOutside(context: TeamsContext, turn: TeamsTurn): Promise<string[] | null> {
  const members = await context.roster.list(turn);
  return members && outsideOf(members, turn.tenant);
}

const pauses = [5 * second, 30 * second, 2 * minute, 10 * minute];

/** In the end a place of which nobody can say who reads it counts as read by somebody unknown. */
async function askAgain(context: TeamsContext, turn: TeamsTurn, notice: Notice): Promise<void> {
  let outside: string[] | null = null;
  for (const pause of pauses) {
    await context.background.wait(pause);
    outside = await listOutside(context, turn);
    if (outside) break;
  }
  await receive(context, {
    ...notice,
    id: `${notice.id}:again`,
    notice: { kind: 'changed' },
    outside: outside ?? ['unknown'],
  });
}

function byOf({ activity, tenant }: TeamsTurn): Notice['by'] {
  const user = activity.from?.aadObjectId?.toLowerCase();
  return user ? { platform: teamsPlatform, workspace: tenant, user } : null;
}

/** People call a team's first channel by the team's name. */
function nameOf({ activity, conversation }: TeamsTurn): string | null {
  const { channel, team } = activity.channelData;
  const isFirst = conversation === team?.id;
  const name = isFirst ? team?.name : channel?.id === conversation ? channel.name : null;
  return name?.trim() || null;
}
