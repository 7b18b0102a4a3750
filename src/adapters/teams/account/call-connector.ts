import { callServer, type ServerAnswer } from '../../api/call-server.ts';
import type { BotToken } from './bot-token.ts';
import { type ServiceHosts, serviceUrlFrom } from './service-url.ts';

export interface ConnectorParts {
  readonly token: BotToken;
  /** The only hosts that ever see the token. */
  readonly hosts: ServiceHosts;
}

/** One call of the Connector REST API. */
export interface ConnectorCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Below `v3/`, each part as it is, such as ["conversations", "19:x@thread.tacv2", "activities"]. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Ends everything about it, getting a token included. */
  readonly signal: AbortSignal;
  /** Asked in the moment in which the first byte would leave. */
  readonly mayLeave?: () => boolean;
}

/**
 * Makes one call, once. A token that was refused is replaced and the call made again, since a refused call did
 * nothing. A service URL that is none of Microsoft's is not called, and no token is even asked for.
 */
export async function callConnector(
  parts: ConnectorParts,
  call: ConnectorCall,
): Promise<ServerAnswer> {
  const url = urlOf(call, parts.hosts);
  if (!url) return { kind: 'unsent', detail: 'the service URL is not one of Teams' };
  const first = await attempt(parts, call, url);
  const isRefused = first.kind === 'answered' && first.status === 401;
  return isRefused ? attempt(parts, call, url) : first;
}

async function attempt(
  { token }: ConnectorParts,
  call: ConnectorCall,
  url: URL,
): Promise<ServerAnswer> {
  const { method, body, signal, mayLeave } = call;
  const bearer = await token.get(signal);
  if (bearer.kind === 'missing') return { kind: 'unsent', detail: bearer.detail };
  const answer = await callServer({
    method,
    url,
    signal,
    mayLeave,
    headers: {
      ...(body && { 'content-type': 'application/json; charset=utf-8' }),
      ...(bearer.kind === 'token' && { authorization: `Bearer ${bearer.value}` }),
    },
    body: body ? JSON.stringify(body) : null,
  });
  if (answer.kind === 'answered' && answer.status === 401 && bearer.kind === 'token')
    token.forget(bearer.value);
  return answer;
}

function urlOf({ serviceUrl, path, query }: ConnectorCall, hosts: ServiceHosts): URL | null {
  const base = serviceUrlFrom(serviceUrl, hosts);
  // A part of dots alone would climb out of the path.
  if (!base || path.some(part => /^\.*$/.test(part))) return null;
  const url = new URL(`${base}v3/${path.map(encodeURIComponent).join('/')}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}
