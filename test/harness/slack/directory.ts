/** A workspace. With `enterprise` it belongs to an Enterprise Grid organisation. */
export interface FakeTeam {
  readonly id: string;
  readonly name: string;
  readonly enterprise: string | null;
}

/** Somebody in a workspace; also reachable from the workspaces that share a channel with theirs. */
export interface FakeUser {
  readonly id: string;
  readonly team: string;
  name: string;
  timeZone: string | null;
  /** A guest account: `restricted` sees several channels, `ultra` one. */
  guest: 'no' | 'restricted' | 'ultra';
  isBot: boolean;
  isDeleted: boolean;
}

export interface FakeChannel {
  id: string;
  name: string;
  /** The workspace that hosts it. */
  readonly team: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  /** Workspaces connected by Slack Connect, besides the host. */
  readonly connected: Set<string>;
  isArchived: boolean;
  creator: string;
}

/** What a token stands for: one app in one workspace (or a whole enterprise), with its scopes. */
export interface FakeToken {
  readonly token: string;
  readonly team: string;
  readonly enterprise: string | null;
  readonly isEnterpriseInstall: boolean;
  readonly appId: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: readonly string[];
  /** Any other state is answered as the error of this name. */
  state: 'active' | 'token_revoked' | 'account_inactive' | 'token_expired';
}

/** Every scope our app asks for, and what an app-level token needs. */
export const allScopes: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'connections:write',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users:read',
];

/** Who and what exists in the fake: workspaces, people, channels, tokens. */
export class Directory {
  readonly teams = new Map<string, FakeTeam>();
  readonly users = new Map<string, FakeUser>();
  readonly channels = new Map<string, FakeChannel>();
  readonly tokens = new Map<string, FakeToken>();

  /** A workspace; `enterprise` puts it into an Enterprise Grid organisation. */
  addTeam(id: string, over: Partial<FakeTeam> = {}): FakeTeam {
    const team = { id, name: id.toLowerCase(), enterprise: null, ...over };
    this.teams.set(id, team);
    return team;
  }

  addUser(id: string, team: string, over: Partial<FakeUser> = {}): FakeUser {
    const basics = { name: id, timeZone: 'Europe/London', guest: 'no', isBot: false } as const;
    const user: FakeUser = { ...basics, isDeleted: false, ...over, id, team };
    this.users.set(id, user);
    return user;
  }

  /** A channel hosted by `team`; `connected` names the workspaces that share it. */
  addChannel(
    id: string,
    team: string,
    over: Partial<Omit<FakeChannel, 'members' | 'connected'>> & {
      members?: readonly string[];
      connected?: readonly string[];
    } = {},
  ): FakeChannel {
    const { members = [], connected = [], ...rest } = over;
    const channel: FakeChannel = {
      name: id.toLowerCase(),
      kind: 'public',
      isArchived: false,
      creator: 'U0CREATOR',
      ...rest,
      id,
      team,
      members: new Set(members),
      connected: new Set(connected),
    };
    this.channels.set(id, channel);
    return channel;
  }

  /** A bot token of our app in `team`; its bot user exists from then on. */
  addToken(token: string, team: string, over: Partial<FakeToken> = {}): FakeToken {
    const enterprise = this.teams.get(team)?.enterprise ?? null;
    const made: FakeToken = {
      enterprise,
      isEnterpriseInstall: false,
      appId: 'A0HANDRAIL',
      botUser: `U0BOT${team.slice(1)}`,
      botId: `B0BOT${team.slice(1)}`,
      scopes: allScopes,
      state: 'active',
      ...over,
      token,
      team,
    };
    this.tokens.set(token, made);
    if (!this.users.has(made.botUser)) {
      this.addUser(made.botUser, team, { name: 'handrail', isBot: true });
    }
    return made;
  }

  /** The direct conversation of a bot with a user, made when it does not exist yet. */
  directChannel(bot: string, user: FakeUser): FakeChannel {
    const id = `D0${bot.slice(1)}${user.id.slice(1)}`;
    return (
      this.channels.get(id) ??
      this.addChannel(id, user.team, { kind: 'im', members: [bot, user.id], creator: user.id })
    );
  }

  /** A channel continues under another id, as when it is shared or converted. */
  changeChannelId(from: string, to: string): void {
    const channel = this.channels.get(from);
    if (!channel) throw new Error(`The fake has no channel ${from}.`);
    this.channels.delete(from);
    channel.id = to;
    this.channels.set(to, channel);
  }

  /** True when the workspace of this token takes part in the channel. */
  isVisibleTo(channel: FakeChannel, token: FakeToken): boolean {
    if (channel.kind === 'im') return channel.members.has(token.botUser);
    const isOwn = channel.team === token.team || channel.connected.has(token.team);
    if (isOwn) return true;
    return token.isEnterpriseInstall && this.enterpriseOf(channel.team) === token.enterprise;
  }

  enterpriseOf(team: string): string | null {
    return this.teams.get(team)?.enterprise ?? null;
  }
}
