import type { Raw } from './check-element.ts';
import type { FakeUser } from './directory.ts';
import { type ApiCall, type ApiMethod, ApiRefusal, textArg } from './state.ts';

/** A user as users.info shows them; people of other workspaces too, when a channel is shared with them. */
function userBody({ state }: ApiCall, user: FakeUser): Raw {
  const enterprise = state.directory.enterpriseOf(user.team);
  return {
    id: user.id,
    team_id: user.team,
    name: user.name.toLowerCase(),
    real_name: user.name,
    deleted: user.isDeleted,
    tz: user.timeZone,
    profile: { display_name: user.name, real_name: user.name, team: user.team },
    is_bot: user.isBot,
    is_restricted: user.guest !== 'no',
    is_ultra_restricted: user.guest === 'ultra',
    // False for an external user who shares a channel with us, whatever the name suggests.
    is_stranger: false,
    ...(enterprise && {
      enterprise_user: { id: user.id, enterprise_id: enterprise, teams: [user.team] },
    }),
  };
}

function canSee({ state, token }: ApiCall, user: FakeUser): boolean {
  if (user.team === token.team) return true;
  const enterprise = state.directory.enterpriseOf(user.team);
  if (enterprise !== null && enterprise === token.enterprise) return true;
  return [...state.directory.channels.values()].some(
    channel => channel.members.has(user.id) && state.directory.isVisibleTo(channel, token),
  );
}

const info: ApiMethod = {
  scopes: ['users:read'],
  run(call) {
    const user = call.state.directory.users.get(textArg(call, 'user'));
    if (!user) throw new ApiRefusal('user_not_found');
    if (!canSee(call, user)) throw new ApiRefusal('user_not_visible');
    return { user: userBody(call, user) };
  },
};

function reactionTarget(call: ApiCall) {
  const { state, token } = call;
  const channel = state.directory.channels.get(textArg(call, 'channel'));
  if (!channel || !state.directory.isVisibleTo(channel, token)) {
    throw new ApiRefusal('channel_not_found');
  }
  if (!channel.members.has(token.botUser)) throw new ApiRefusal('not_in_channel');
  const message = state.messages.find(channel.id, textArg(call, 'timestamp'));
  if (!message) throw new ApiRefusal('message_not_found');
  return message;
}

const addReaction: ApiMethod = {
  scopes: ['reactions:write'],
  run(call) {
    const name = textArg(call, 'name');
    const message = reactionTarget(call);
    const users = message.reactions.get(name) ?? new Set<string>();
    if (users.has(call.token.botUser)) throw new ApiRefusal('already_reacted');
    message.reactions.set(name, users.add(call.token.botUser));
    return {};
  },
};

const removeReaction: ApiMethod = {
  scopes: ['reactions:write'],
  run(call) {
    const users = reactionTarget(call).reactions.get(textArg(call, 'name'));
    if (!users?.delete(call.token.botUser)) throw new ApiRefusal('no_reaction');
    return {};
  },
};

const bot: ApiMethod = {
  scopes: ['users:read'],
  run(call) {
    const found = [...call.state.directory.tokens.values()].find(
      ({ botId }) => botId === textArg(call, 'bot'),
    );
    if (!found) throw new ApiRefusal('bot_not_found');
    return { bot: { id: found.botId, app_id: found.appId, user_id: found.botUser } };
  },
};

const team: ApiMethod = {
  scopes: ['team:read'],
  run({ state, token }) {
    const { id, name, enterprise } = state.directory.teams.get(token.team) ?? {};
    return { team: { id, name, domain: name, ...(enterprise && { enterprise_id: enterprise }) } };
  },
};

const connect: ApiMethod = {
  scopes: ['connections:write'],
  run: ({ state, token }) => ({ url: state.socketUrl(token.token) }),
};

/** users.*, reactions.*, bots.*, team.* and apps.* */
export const peopleMethods: Readonly<Record<string, ApiMethod>> = {
  'users.info': info,
  'reactions.add': addReaction,
  'reactions.remove': removeReaction,
  'bots.info': bot,
  'team.info': team,
  'apps.connections.open': connect,
};
