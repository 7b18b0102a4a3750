import type { Raw } from './check-element.ts';
import type { Directory, FakeToken } from './directory.ts';
import { type ApiMethod, ApiRefusal, textArg } from './state.ts';

/** An installation that somebody has allowed and that waits for its code to be exchanged. */
export interface Grant {
  readonly team: string;
  readonly scopes: readonly string[];
  readonly redirectUri?: string;
  readonly installedBy?: string;
  readonly isEnterpriseInstall?: boolean;
  /** Tokens end after twelve hours and are renewed with a refresh token. */
  readonly rotates?: boolean;
}

interface Refresh {
  readonly grant: Grant;
  isUsed: boolean;
}

const twelveHours = 43_200;

/** The client ids, codes and refresh tokens of our app. */
export class OAuth {
  readonly clientId = '111.222';
  readonly clientSecret = 'client-secret-of-the-fake';
  private readonly codes = new Map<string, { grant: Grant; isUsed: boolean }>();
  private readonly refreshes = new Map<string, Refresh>();
  private readonly directory: Directory;
  private count = 0;

  constructor(directory: Directory) {
    this.directory = directory;
  }

  /** Somebody presses "Allow": the code their browser brings back. */
  allow(grant: Grant): string {
    this.count += 1;
    const code = `code-${this.count}`;
    this.codes.set(code, { grant, isUsed: false });
    return code;
  }

  /** Exchanges a code once. */
  useCode(code: string, redirectUri: string): Raw {
    const entry = this.codes.get(code);
    if (!entry) throw new ApiRefusal('invalid_code');
    if (entry.isUsed) throw new ApiRefusal('code_already_used');
    const expected = entry.grant.redirectUri;
    if (expected !== undefined && expected !== redirectUri) {
      throw new ApiRefusal('bad_redirect_uri');
    }
    entry.isUsed = true;
    return this.answer(entry.grant);
  }

  /** Exchanges a refresh token once; the access token before it stays good until it ends. */
  useRefresh(refreshToken: string): Raw {
    const entry = this.refreshes.get(refreshToken);
    if (!entry || entry.isUsed) throw new ApiRefusal('invalid_refresh_token');
    entry.isUsed = true;
    return this.answer(entry.grant);
  }

  private answer(grant: Grant): Raw {
    this.count += 1;
    const { team, scopes, installedBy = 'U0INSTALLER', isEnterpriseInstall = false } = grant;
    const name = grant.rotates ? 'xoxe.xoxb' : 'xoxb';
    const token = this.directory.addToken(`${name}-${team}-${this.count}`, team, {
      scopes,
      isEnterpriseInstall,
    });
    return {
      access_token: token.token,
      token_type: 'bot',
      scope: scopes.join(','),
      bot_user_id: token.botUser,
      app_id: token.appId,
      team: isEnterpriseInstall ? null : this.nameOf(team),
      enterprise: token.enterprise && { id: token.enterprise, name: token.enterprise },
      authed_user: { id: installedBy },
      is_enterprise_install: isEnterpriseInstall,
      ...(grant.rotates && { refresh_token: this.newRefresh(grant), expires_in: twelveHours }),
    };
  }

  private newRefresh(grant: Grant): string {
    const refresh = `xoxe-1-${this.count}`;
    this.refreshes.set(refresh, { grant, isUsed: false });
    return refresh;
  }

  private nameOf(team: string): Raw {
    return { id: team, name: this.directory.teams.get(team)?.name ?? team };
  }
}

const access: ApiMethod = {
  scopes: [],
  isOpen: true,
  run(call) {
    const { oauth } = call.state;
    if (textArg(call, 'client_id') !== oauth.clientId) throw new ApiRefusal('invalid_client_id');
    if (textArg(call, 'client_secret') !== oauth.clientSecret) {
      throw new ApiRefusal('bad_client_secret');
    }
    if (textArg(call, 'grant_type') === 'refresh_token') {
      return oauth.useRefresh(textArg(call, 'refresh_token'));
    }
    return oauth.useCode(textArg(call, 'code'), textArg(call, 'redirect_uri'));
  },
};

const test: ApiMethod = {
  scopes: [],
  run: ({ state, token }) => ({
    url: `https://${state.directory.teams.get(token.team)?.name}.slack.com/`,
    team: state.directory.teams.get(token.team)?.name,
    user: 'handrail',
    team_id: token.team,
    user_id: token.botUser,
    bot_id: token.botId,
    ...(token.enterprise && { enterprise_id: token.enterprise }),
    is_enterprise_install: token.isEnterpriseInstall,
  }),
};

/** The token works no more; other tokens of the app do. */
function revoke(token: FakeToken): Raw {
  token.state = 'token_revoked';
  return { revoked: true };
}

/** oauth.v2.access and auth.* */
export const oauthMethods: Readonly<Record<string, ApiMethod>> = {
  'oauth.v2.access': access,
  'auth.test': test,
  'auth.revoke': { scopes: [], run: ({ token }) => revoke(token) },
};
