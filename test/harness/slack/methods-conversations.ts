import type { Raw } from './check-element.ts';
import type { FakeChannel, FakeToken } from './directory.ts';
import { messageBody } from './message-body.ts';
import type { FakeMessage } from './message-store.ts';
import { writableChannel } from './methods-chat.ts';
import {
  type ApiCall,
  type ApiMethod,
  ApiRefusal,
  type FakeState,
  flagArg,
  textArg,
} from './state.ts';

/** A channel as conversations.info shows it to the workspace of this token. */
export function channelBody(state: FakeState, channel: FakeChannel, token: FakeToken): Raw {
  const { id, name, kind, isArchived, creator, members, connected, team } = channel;
  const teams = [team, ...connected];
  if (kind === 'im') {
    const user = [...members].find(member => member !== token.botUser);
    return { id, is_im: true, user, is_archived: isArchived, is_user_deleted: false };
  }
  const own = state.directory.enterpriseOf(token.team) ?? token.team;
  const isOutside = (one: string) => (state.directory.enterpriseOf(one) ?? one) !== own;
  return {
    id,
    name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_archived: isArchived,
    is_general: false,
    creator,
    context_team_id: token.team,
    conversation_host_id: team,
    is_shared: connected.size > 0,
    is_ext_shared: teams.some(isOutside),
    is_org_shared: connected.size > 0 && !teams.some(isOutside),
    shared_team_ids: teams,
    connected_team_ids: teams.filter(isOutside),
    internal_team_ids: teams.filter(one => !isOutside(one)),
    pending_connected_team_ids: [],
    is_member: members.has(token.botUser),
    num_members: members.size,
  };
}

function seenChannel(call: ApiCall): FakeChannel {
  const { directory } = call.state;
  const channel = directory.channels.get(textArg(call, 'channel'));
  if (!channel || !directory.isVisibleTo(channel, call.token)) {
    throw new ApiRefusal('channel_not_found');
  }
  const isMember = channel.members.has(call.token.botUser);
  if (channel.kind === 'private' && !isMember) throw new ApiRefusal('channel_not_found');
  return channel;
}

function readableChannel(call: ApiCall): FakeChannel {
  const channel = seenChannel(call);
  if (!channel.members.has(call.token.botUser)) throw new ApiRefusal('not_in_channel');
  const needed = { public: 'channels:history', private: 'groups:history', im: 'im:history' };
  const scope = needed[channel.kind];
  if (!call.token.scopes.includes(scope)) {
    throw new ApiRefusal('missing_scope', { needed: scope, provided: call.token.scopes.join(',') });
  }
  return channel;
}

const info: ApiMethod = {
  scopes: ['channels:read', 'groups:read', 'im:read'],
  run: call => ({ channel: channelBody(call.state, seenChannel(call), call.token) }),
};

const open: ApiMethod = {
  scopes: ['im:write'],
  run(call) {
    const users = textArg(call, 'users').split(',').filter(Boolean);
    const user = call.state.directory.users.get(users[0] ?? '');
    if (!user || user.isDeleted) throw new ApiRefusal('user_not_found');
    const channel = writableChannel({ ...call, args: { channel: user.id } });
    return { channel: { id: channel.id } };
  },
};

/** What of a channel's or thread's messages was asked for: newest first, in pages. */
function page(call: ApiCall, all: readonly FakeMessage[]): Raw {
  const oldest = textArg(call, 'oldest') || '0';
  const latest = textArg(call, 'latest') || '9999999999.999999';
  const inclusive = flagArg(call, 'inclusive') === true;
  const inRange = all.filter(({ ts }) =>
    inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest,
  );
  const from = Number(textArg(call, 'cursor') || '0');
  const limit = Math.min(Number(textArg(call, 'limit') || '100'), 999);
  const shown = inRange.slice(from, from + limit);
  const hasMore = from + limit < inRange.length;
  const withMetadata = flagArg(call, 'include_all_metadata') === true;
  return {
    messages: shown.map(message => ({
      ...messageBody(call.state, message),
      ...(withMetadata && message.metadata && { metadata: message.metadata }),
    })),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : '' },
  };
}

const history: ApiMethod = {
  scopes: ['channels:history', 'groups:history', 'im:history'],
  run(call) {
    const channel = readableChannel(call);
    const all = call.state.messages.in(channel.id);
    const top = all.filter(({ threadTs, ts }) => threadTs === null || threadTs === ts);
    return page(call, top.toReversed());
  },
};

const replies: ApiMethod = {
  scopes: ['channels:history', 'groups:history', 'im:history'],
  run(call) {
    const channel = readableChannel(call);
    const thread = textArg(call, 'ts');
    const all = call.state.messages.in(channel.id);
    const found = all.filter(({ threadTs, ts }) => threadTs === thread || ts === thread);
    if (found.length === 0) throw new ApiRefusal('thread_not_found');
    return page(call, found);
  },
};

const members: ApiMethod = {
  scopes: ['channels:read', 'groups:read', 'im:read'],
  run(call) {
    const all = [...seenChannel(call).members];
    return { members: all, response_metadata: { next_cursor: '' } };
  },
};

const list: ApiMethod = {
  scopes: ['channels:read', 'groups:read', 'im:read'],
  run(call) {
    const { state, token } = call;
    const skipsArchived = flagArg(call, 'exclude_archived') === true;
    const channels = [...state.directory.channels.values()].filter(channel => {
      if (channel.kind === 'im' || !state.directory.isVisibleTo(channel, token)) return false;
      if (channel.kind === 'private' && !channel.members.has(token.botUser)) return false;
      return !(skipsArchived && channel.isArchived);
    });
    const bodies = channels.map(channel => channelBody(state, channel, token));
    return { channels: bodies, response_metadata: { next_cursor: '' } };
  },
};

const usersConversations: ApiMethod = {
  scopes: list.scopes,
  run(call) {
    const { channels, ...rest } = list.run(call) as { channels: { is_member?: boolean }[] };
    return { ...rest, channels: channels.filter(({ is_member }) => is_member) };
  },
};

/** conversations.* and users.conversations */
export const conversationMethods: Readonly<Record<string, ApiMethod>> = {
  'conversations.info': info,
  'conversations.open': open,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.members': members,
  'conversations.list': list,
  'users.conversations': usersConversations,
};
