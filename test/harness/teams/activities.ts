import { type Conversation, type Member, memberId } from './people.ts';

/** An activity as Teams would post it to a bot. */
export type Activity = Readonly<Record<string, unknown>>;

/** Who and where, for every activity alike. */
export interface Scene {
  readonly serviceUrl: string;
  readonly botId: string;
  readonly at: Date;
  /** The activity's id. */
  readonly id: string;
  readonly from: Member;
  readonly conversation: Conversation;
  /** The thread's first message, in a channel. */
  readonly root?: string | null;
}

/** What every activity carries. */
export function activityOf(scene: Scene, parts: Activity): Activity {
  const { serviceUrl, botId, at, id, from, conversation, root } = scene;
  const { kind, tenant } = conversation;
  const { channelData, ...others } = parts as { channelData?: Activity };
  return {
    id,
    timestamp: at.toISOString(),
    localTimestamp: at.toISOString(),
    localTimezone: from.timeZone,
    serviceUrl,
    channelId: 'msteams',
    from: { id: memberId(from), name: from.name, aadObjectId: from.user },
    conversation: {
      id: kind === 'channel' ? `${conversation.id};messageid=${root ?? id}` : conversation.id,
      conversationType: kind,
      tenantId: tenant,
      ...(kind !== 'personal' && { isGroup: true }),
    },
    recipient: { id: botId, name: 'Handrail' },
    channelData: { tenant: { id: tenant }, ...placeData(conversation), ...channelData },
    ...others,
  };
}

function placeData({ kind, team, id, name }: Conversation): Activity {
  if (kind !== 'channel' || !team) return {};
  return {
    teamsChannelId: id,
    teamsTeamId: team.id,
    channel: id === team.id ? { id } : { id, name },
    team: { id: team.id, name: team.name, aadGroupId: `group-of-${team.id}` },
  };
}

export interface Saying {
  readonly text: string;
  /** Names the bot, as Teams marks it. */
  readonly mention?: boolean;
}

/** Words in a chat or channel, with the HTML Teams sends beside them. */
export function messageOf(scene: Scene, { text, mention = false }: Saying): Activity {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const said = mention ? `<at>Handrail</at>&nbsp;${plain}` : plain;
  const html = mention
    ? `<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Handrail</span>&nbsp;${plain}</p>`
    : `<p>${plain}</p>`;
  const mentioned = { id: scene.botId, name: 'Handrail' };
  return activityOf(scene, {
    type: 'message',
    textFormat: 'plain',
    text: said,
    locale: 'en-GB',
    attachments: [{ contentType: 'text/html', content: html }],
    entities: [
      ...(mention ? [{ type: 'mention', mentioned, text: '<at>Handrail</at>' }] : []),
      {
        type: 'clientInfo',
        locale: 'en-GB',
        country: 'GB',
        platform: 'Web',
        timezone: scene.from.timeZone,
      },
    ],
  });
}

/** A button of an Adaptive Card (`Action.Execute`), on this message. */
export function pressOf(
  scene: Scene,
  { data, on, verb = 'handrail' }: { data: unknown; on: string; verb?: string },
): Activity {
  return activityOf(scene, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: on,
    value: {
      action: { type: 'Action.Execute', id: null, verb, data },
      trigger: 'manual',
    },
  });
}

/** The same button in an old client: `Action.Submit` arrives as a message without words. */
export function submitOf(scene: Scene, { data, on }: { data: unknown; on: string }): Activity {
  return activityOf(scene, { type: 'message', text: null, replyToId: on, value: data });
}

/** Opens a dialog or submits it, from a card or from a message's menu. */
export function invokeOf(scene: Scene, name: string, value: unknown): Activity {
  return activityOf(scene, { type: 'invoke', name, value });
}

/** A message somebody picked "Add to timeline" and the like on. */
export function messageAction(
  scene: Scene,
  what: {
    readonly name: 'composeExtension/fetchTask' | 'composeExtension/submitAction';
    readonly commandId: string;
    readonly message: { readonly id: string; readonly text: string; readonly author: Member };
    readonly data?: unknown;
  },
): Activity {
  const { name, commandId, message, data = {} } = what;
  const { id, text, author } = message;
  return invokeOf(scene, name, {
    commandId,
    commandContext: 'message',
    data,
    messagePayload: {
      id,
      replyToId: null,
      createdDateTime: scene.at.toISOString(),
      body: { contentType: 'html', content: `<div><div>${text}</div></div>` },
      from: {
        user: { userIdentityType: 'aadUser', id: author.user, displayName: author.name },
      },
      attachments: [],
      mentions: [],
      reactions: [],
    },
  });
}

/** What Teams tells about a place: `conversationUpdate` with its kind of event. */
export function updateOf(scene: Scene, eventType: string, parts: Activity = {}): Activity {
  const { channelData, ...others } = parts as { channelData?: Activity };
  return placed(
    activityOf(scene, {
      type: 'conversationUpdate',
      channelData: { eventType, ...channelData },
      ...others,
    }),
    scene,
  );
}

/** The app was put into a place, or taken out of it. */
export function installationOf(scene: Scene, action: string): Activity {
  return placed(activityOf(scene, { type: 'installationUpdate', action }), scene);
}

/** News of a place are in no thread. */
function placed(activity: Activity, { conversation: { id } }: Scene): Activity {
  return { ...activity, conversation: { ...(activity.conversation as Activity), id } };
}
