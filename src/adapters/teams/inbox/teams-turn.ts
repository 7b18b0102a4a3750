import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { isChannel, refOf, splitConversation } from '../account/activity-ref.ts';
import type { TeamsActivity } from '../gate/activity.ts';
import type { Believed } from '../gate/judge-activity.ts';

/** The name of this platform in the tables. */
export const teamsPlatform = 'teams';

/** One activity that may be believed, and where it happened. */
export interface TeamsTurn {
  readonly activity: TeamsActivity;
  /** The tenant that hosts it. */
  readonly tenant: string;
  readonly serviceUrl: string;
  /** The chat or channel, without a thread. */
  readonly conversation: string;
  readonly kind: 'personal' | 'group' | 'channel';
  /** The first message of the thread, in a channel. */
  readonly root: string | null;
}

/** The turn of an activity that may be believed. Only what Teams plainly calls personal is taken for a talk with one person. */
export function turnFrom({ activity, tenant, serviceUrl }: Believed): TeamsTurn {
  const { conversation: told } = activity;
  const { conversation, root } = splitConversation(told.id);
  const isAlone = !told.isGroup && !isChannel(conversation);
  const isPersonal = isAlone && told.conversationType === 'personal';
  const kind = isPersonal ? 'personal' : kindOf(conversation, told.conversationType);
  return { activity, tenant: tenant.toLowerCase(), serviceUrl, conversation, kind, root };
}

function kindOf(conversation: string, type: string): 'group' | 'channel' {
  return type === 'channel' || isChannel(conversation) ? 'channel' : 'group';
}

/** The place it was said in; null when alone with us. */
export function placeOf({ kind, tenant, conversation }: TeamsTurn): Inbound['in'] {
  if (kind === 'personal') return null;
  return { platform: teamsPlatform, workspace: tenant, channel: conversation };
}

/** A message of this conversation, as the rest of the house names it. */
export function refHere({ conversation }: TeamsTurn, activity: string): string {
  return refOf({ conversation, activity });
}

/**
 * The thread an answer goes into. Every post in a channel is a thread of its own, and an answer belongs under
 * it; a chat has no threads.
 */
export function threadHere(turn: TeamsTurn): string | null {
  const first = turn.root ?? turn.activity.id;
  return turn.kind === 'channel' && first ? refHere(turn, first) : null;
}
