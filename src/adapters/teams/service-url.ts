import { isLoopback } from '../../settings.ts';

/** `teams`: Microsoft's own hosts and https alone. `loopback`: this machine alone, for Microsoft's Playground and for tests. */
export type Connectors = 'teams' | 'loopback';

/** Exact names: anybody can register another name under trafficmanager.net. */
const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
];

const plainPath = /^(?:\/[A-Za-z0-9][A-Za-z0-9_-]*)*\/?$/;

/**
 * A service URL we may call, with a slash at its end; null for any other. Only what is written exactly as an
 * address is normally written passes: what a parser would tidy up (a tab, a backslash, a name in capitals, a
 * port, an encoded dot) is refused, because two parsers may tidy it up differently.
 */
export function trustedServiceUrl(text: unknown, connectors: Connectors): string | null {
  if (typeof text !== 'string' || text.length > 300 || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.href === text || url.href === `${text}/`;
  if (!isPlain || url.username || url.password || url.search || url.hash) return null;
  if (!plainPath.test(url.pathname)) return null;
  const isTrusted =
    connectors === 'teams'
      ? url.protocol === 'https:' && url.port === '' && teamsHosts.includes(url.hostname)
      : url.protocol === 'http:' && isLoopback(url.hostname);
  if (!isTrusted) return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
