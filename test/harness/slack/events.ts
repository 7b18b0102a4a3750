import type { Raw } from './check-element.ts';
import type { FakeChannel, FakeToken, FakeUser } from './directory.ts';
import type { FakeMessage } from './message-store.ts';
import type { FakeState } from './state.ts';
import type { Envelope } from './towards-us.ts';

/** How an event is told. */
export interface Told {
  /** The installation it is for; the first active bot token when left out. */
  readonly token?: string;
  /**
   * Whose id the envelope's `team_id` carries in a channel shared by Slack Connect: the workspace that
   * installed us, or the author's. Both happen; only `authorizations[0].team_id` can be relied on.
   */
  readonly teamId?: 'installed' | 'author';
  readonly eventId?: string;
}

let count = 0;

/** The installation an event is told to. */
export function installationOf(state: FakeState, told: Told = {}): FakeToken {
  const all = [...state.directory.tokens.values()];
  const found = told.token
    ? state.directory.tokens.get(told.token)
    : all.find(token => token.state === 'active' && token.token.startsWith('xox'));
  if (!found) throw new Error('The fake has no installation to tell; add a token first.');
  return found;
}

/** Wraps an event as the Events API sends it. */
export function eventOf(
  state: FakeState,
  event: Raw,
  told: Told & { author?: string } = {},
): Envelope {
  const token = installationOf(state, told);
  const { directory } = state;
  const channel = directory.channels.get(String(event.channel ?? ''));
  const author = directory.users.get(told.author ?? String(event.user ?? ''));
  const isByAuthor = told.teamId === 'author' && author !== undefined;
  const contextTeam = isByAuthor ? author.team : token.team;
  count += 1;
  return {
    type: 'events_api',
    payload: {
      token: 'verification-token-of-the-fake',
      team_id: contextTeam,
      context_team_id: contextTeam,
      context_enterprise_id: directory.enterpriseOf(contextTeam),
      api_app_id: token.appId,
      event: { event_ts: state.messages.nextTs(), ...event },
      type: 'event_callback',
      event_id: told.eventId ?? `Ev${String(count).padStart(8, '0')}`,
      event_time: Math.floor(state.now() / 1000),
      authorizations: [
        {
          enterprise_id: token.enterprise,
          team_id: token.isEnterpriseInstall ? null : token.team,
          user_id: token.botUser,
          is_bot: true,
          is_enterprise_install: token.isEnterpriseInstall,
        },
      ],
      is_ext_shared_channel: channel !== undefined && isExternal(state, channel, token),
      event_context: `4-${count}`,
    },
  };
}

function isExternal({ directory }: FakeState, channel: FakeChannel, token: FakeToken): boolean {
  const own = directory.enterpriseOf(token.team) ?? token.team;
  return [channel.team, ...channel.connected].some(
    team => (directory.enterpriseOf(team) ?? team) !== own,
  );
}

export interface Speech extends Told {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string;
  readonly subtype?: string;
}

export interface Spoken {
  readonly message: FakeMessage;
  /** Everything Slack sends about it: a mention in a channel arrives as `message` and as `app_mention`. */
  readonly envelopes: readonly Envelope[];
}

/** Somebody writes a message: it is kept, and the events about it are returned, not yet handed over. */
export function speak(state: FakeState, speech: Speech): Spoken {
  const { user, channel, text, threadTs, subtype } = speech;
  const author = state.directory.users.get(user);
  const where = state.directory.channels.get(channel);
  if (!author || !where) throw new Error(`The fake has no ${user} or no ${channel}.`);
  const message = state.messages.add({ channel, user, text, threadTs: threadTs ?? null });
  const token = installationOf(state, speech);
  const basics = {
    user,
    text,
    ts: message.ts,
    channel,
    event_ts: message.ts,
    client_msg_id: `client-${message.ts}`,
    ...(threadTs && { thread_ts: threadTs, parent_user_id: token.botUser }),
    ...teamFields(state, author, token),
  };
  const plain = {
    type: 'message',
    ...(subtype && { subtype }),
    channel_type: typeOf(where),
    ...basics,
  };
  const envelopes = [eventOf(state, plain, speech)];
  if (where.kind !== 'im' && text.includes(`<@${token.botUser}`)) {
    envelopes.push(eventOf(state, { type: 'app_mention', ...basics }, speech));
  }
  return { message, envelopes };
}

/** Which organisation the author belongs to, in the fields Slack uses for people inside and outside. */
function teamFields({ directory }: FakeState, author: FakeUser, token: FakeToken): Raw {
  const enterprise = directory.enterpriseOf(author.team);
  if (author.team === token.team) return { team: author.team };
  const team = enterprise ?? author.team;
  return {
    team: author.team,
    user_team: team,
    source_team: team,
    user_profile: {
      team: author.team,
      real_name: author.name,
      display_name: author.name,
      name: author.name.toLowerCase(),
      is_restricted: author.guest !== 'no',
      is_ultra_restricted: author.guest === 'ultra',
    },
  };
}

function typeOf({ kind }: FakeChannel): string {
  return { public: 'channel', private: 'group', im: 'im' }[kind];
}

/** Everything else Slack tells an app; the fake's own state changes along. */
export function happenings(state: FakeState) {
  const { directory } = state;
  const channelOf = (id: string) => {
    const channel = directory.channels.get(id);
    if (!channel) throw new Error(`The fake has no channel ${id}.`);
    return channel;
  };
  const tell = (event: Raw, told: Told = {}) => eventOf(state, event, told);
  return {
    /** Somebody, or the bot itself, is added to a channel. */
    joined(channel: string, user: string, told: Told & { inviter?: string } = {}) {
      const where = channelOf(channel);
      where.members.add(user);
      const team = directory.users.get(user)?.team;
      const { inviter } = told;
      const event = { type: 'member_joined_channel', user, channel, channel_type: 'C', team };
      return tell({ ...event, ...(inviter && { inviter }) }, told);
    },
    left(channel: string, user: string, told: Told = {}) {
      channelOf(channel).members.delete(user);
      const isBot = installationOf(state, told).botUser === user;
      if (isBot) return tell({ type: 'channel_left', channel }, told);
      return tell({ type: 'member_left_channel', user, channel, channel_type: 'C' }, told);
    },
    /** The channel is connected to another workspace by Slack Connect. */
    shared(channel: string, team: string, told: Told = {}) {
      channelOf(channel).connected.add(team);
      return tell({ type: 'channel_shared', connected_team_id: team, channel }, told);
    },
    unshared(channel: string, team: string, told: Told = {}) {
      const where = channelOf(channel);
      where.connected.delete(team);
      const isStill = where.connected.size > 0;
      const names = { previously_connected_team_id: team, channel, is_ext_shared: isStill };
      return tell({ type: 'channel_unshared', ...names }, told);
    },
    renamed(channel: string, name: string, told: Told = {}) {
      channelOf(channel).name = name;
      const body = { id: channel, name, created: 1_700_000_000 };
      return tell({ type: 'channel_rename', channel: body }, told);
    },
    archived(channel: string, user: string, told: Told = {}) {
      channelOf(channel).isArchived = true;
      return tell({ type: 'channel_archive', channel, user }, told);
    },
    unarchived(channel: string, user: string, told: Told = {}) {
      channelOf(channel).isArchived = false;
      return tell({ type: 'channel_unarchive', channel, user }, told);
    },
    idChanged(from: string, to: string, told: Told = {}) {
      directory.changeChannelId(from, to);
      const event = { type: 'channel_id_changed', old_channel_id: from, new_channel_id: to };
      return tell(event, told);
    },
    homeOpened(user: string, told: Told = {}) {
      const { botUser } = installationOf(state, told);
      const author = directory.users.get(user);
      const channel = author ? directory.directChannel(botUser, author).id : '';
      return tell({ type: 'app_home_opened', user, channel, tab: 'home' }, told);
    },
    reacted(user: string, emoji: string, on: FakeMessage, told: Told = {}) {
      const users = on.reactions.get(emoji) ?? new Set<string>();
      on.reactions.set(emoji, users.add(user));
      const item = { type: 'message', channel: on.channel, ts: on.ts };
      const event = { type: 'reaction_added', user, reaction: emoji, item, item_user: on.user };
      return tell(event, { author: user, ...told } as Told);
    },
    uninstalled(told: Told = {}) {
      const token = installationOf(state, told);
      const envelope = tell({ type: 'app_uninstalled' }, told);
      token.state = 'account_inactive';
      return envelope;
    },
    revoked(told: Told = {}) {
      const token = installationOf(state, told);
      const event = { type: 'tokens_revoked', tokens: { oauth: [], bot: [token.botUser] } };
      const envelope = tell(event, told);
      token.state = 'token_revoked';
      return envelope;
    },
    /** An administrator of the user's workspace deactivates the account, or brings it back. */
    userChanged(user: string, deleted: boolean, told: Told = {}) {
      const { team = '', name = '' } = directory.users.get(user) ?? {};
      const enterprise = directory.enterpriseOf(team);
      const body = {
        id: user,
        team_id: team,
        name,
        deleted,
        ...(enterprise && { enterprise_user: { id: user, enterprise_id: enterprise } }),
      };
      return tell({ type: 'user_change', user: body, cache_ts: 1_700_000_000 }, told);
    },
    /** Any other event, wrapped. */
    other: (event: Raw, told: Told = {}) => tell(event, told),
    /** Slack asks whether the address is ours. */
    urlVerification: (challenge: string): Envelope => ({
      type: 'events_api',
      payload: { token: 'verification-token-of-the-fake', challenge, type: 'url_verification' },
    }),
  };
}
