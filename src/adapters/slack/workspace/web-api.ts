import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
} from '@slack/web-api';
import { HandrailError, messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { second } from '../../../shared/time.ts';
import { sdkLogger } from './sdk-logger.ts';

/** Slack's Web API, for everything but messages: one try, five seconds, and what went wrong as one error. */
export interface WebApi {
  call(method: string, token: string | null, args?: Arguments): Promise<ApiAnswer>;
}

export type Arguments = Readonly<Record<string, unknown>>;

/** What a method answered, unread. */
export type ApiAnswer = Readonly<Record<string, unknown>>;

/** A call that did not work: Slack's own word for it ("invalid_auth", "ratelimited"), or "unreachable". */
export class SlackCallError extends HandrailError {
  readonly code = 'slack-call';
  readonly method: string;
  readonly reason: string;
  /** How long Slack asked us to wait, where it did. */
  readonly afterMilliseconds: number | null;

  constructor(method: string, reason: string, more: { cause?: unknown; after?: number } = {}) {
    super(`Slack's ${method} did not work: ${reason}.`, { cause: more.cause });
    this.method = method;
    this.reason = reason;
    this.afterMilliseconds = more.after ?? null;
  }
}

export interface WebApiParts {
  /** Another Slack than the real one, in tests. */
  readonly apiUrl: string | null;
  readonly logger: Logger;
}

const timeoutMilliseconds = 5 * second;
const mostClients = 200;

/** Calls over Slack's own client with its retries and queues switched off: waiting and trying again is ours. */
export function createWebApi({ apiUrl, logger }: WebApiParts): WebApi {
  const clients = new Map<string, WebClient>();
  function clientOf(token: string | null): WebClient {
    const known = clients.get(token ?? '');
    if (known) return known;
    if (clients.size >= mostClients) clients.clear();
    const client = new WebClient(token ?? undefined, {
      ...(apiUrl && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: timeoutMilliseconds,
      allowAbsoluteUrls: false,
      logger: sdkLogger(logger),
    });
    clients.set(token ?? '', client);
    return client;
  }
  return {
    async call(method, token, args = {}) {
      try {
        return (await clientOf(token).apiCall(method, { ...args })) as unknown as ApiAnswer;
      } catch (cause) {
        throw callError(method, cause);
      }
    },
  };
}

function callError(method: string, cause: unknown): SlackCallError {
  if (cause instanceof WebAPIPlatformError)
    return new SlackCallError(method, cause.data.error, { cause });
  if (cause instanceof WebAPIRateLimitedError)
    return new SlackCallError(method, 'ratelimited', { cause, after: cause.retryAfter * second });
  if (cause instanceof WebAPIHTTPError)
    return new SlackCallError(method, `http-${cause.statusCode}`, { cause });
  return new SlackCallError(method, `unreachable (${messageOf(cause)})`, { cause });
}
