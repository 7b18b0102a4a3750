import type { BotAccount } from './bot-account.ts';
import { type ServiceHosts, teamsOrigins } from './service-url.ts';

/** As whom we speak, and which Teams it is: null = Microsoft's own; tests have another on this machine. */
export type TeamsWay =
  | Extract<BotAccount, { kind: 'local' }>
  | (Extract<BotAccount, { kind: 'tenant' }> & {
      readonly openIdUrl: string | null;
      readonly loginUrl: string | null;
    });

/** Whom we talk to and believe, as the settings say. */
export interface Endpoints {
  /** Where the keys are found with which Teams signs; null = nothing is signed (local mode). */
  readonly openIdUrl: string | null;
  /** Where our own tokens come from; null = none is needed (local mode). */
  readonly loginUrl: string | null;
  /** Where our messages may go. */
  readonly hosts: ServiceHosts;
}

/** Where the Bot Framework says which keys it signs with. */
const botFrameworkOpenId = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const entraLogin = 'https://login.microsoftonline.com';

/** Microsoft's own addresses, unless the settings name a Teams on this machine: then that one, and nothing else. */
export function endpointsOf(way: TeamsWay): Endpoints {
  if (way.kind === 'local') return { openIdUrl: null, loginUrl: null, hosts: 'loopback' };
  const { loginUrl, openIdUrl } = way;
  return {
    openIdUrl: openIdUrl ?? botFrameworkOpenId,
    loginUrl: (loginUrl ?? entraLogin).replace(/\/+$/, ''),
    hosts: loginUrl === null ? teamsOrigins : [new URL(loginUrl).origin],
  };
}
