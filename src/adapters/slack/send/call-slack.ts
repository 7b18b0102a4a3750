import { WebClient } from '@slack/web-api';
import { HandrailError } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { createSurroundings } from '../../../shared/surroundings.ts';
import { second } from '../../../shared/time.ts';
import { callServer, type ServerAnswer } from '../../api/call-server.ts';
import { sdkLogger } from '../workspace/sdk-logger.ts';
import { classifyFailure, type Failure } from './classify-failure.ts';

/** What Slack answered, or how the call failed. */
export type CallOutcome =
  | { readonly outcome: 'answered'; readonly answer: Readonly<Record<string, unknown>> }
  | Failure;

/** One call of one method. */
export interface SlackCall {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Asked in the moment in which the first byte would leave; left out, it may at any time. */
  readonly mayLeave?: () => boolean;
}

/** One try of one method; never throws. */
export type CallSlack = (call: SlackCall) => Promise<CallOutcome>;

const timeoutMilliseconds = 5 * second;
const mostClients = 500;

/** A call that was not answered, with the code that says whether it had left. */
export class BrokenCallError extends HandrailError {
  readonly code: 'unsent' | 'lost';

  constructor({ kind, detail }: Exclude<ServerAnswer, { kind: 'answered' }>) {
    super(detail);
    this.code = kind;
  }
}

/** The message that is being said, for the moment in which its bytes would leave. */
const leaving = createSurroundings<() => boolean>();

const longestAnswer = 4_000_000;

/**
 * What the SDK calls over. It keeps only the words of what broke; the code under them says whether anything was sent.
 * Connections are kept: what broke in one is looked for in the channel before it is said again.
 */
const tellingFetch: typeof fetch = async (input, { method, headers, body, signal } = {}) => {
  const answer = await callServer({
    method: method === 'GET' ? 'GET' : 'POST',
    url: new URL(String(input)),
    headers: Object.fromEntries(new Headers(headers)),
    body: typeof body === 'string' ? body : body ? String(body) : null,
    signal: signal ?? AbortSignal.timeout(timeoutMilliseconds),
    mayLeave: leaving.get(),
    keepsConnection: true,
    longestAnswer,
  });
  if (answer.kind !== 'answered') throw new BrokenCallError(answer);
  const { status, retryAfter, text } = answer;
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/json',
      ...(retryAfter && { 'retry-after': retryAfter }),
    },
  });
};

/**
 * Calls over Slack's own client with everything switched off that would say a thing twice or wait by itself:
 * by default it repeats a call ten times over half an hour, never gives up waiting for an answer, and
 * stands still for all channels when one of them is busy. Trying again and pacing are delivery's.
 */
export function createCallSlack({
  apiUrl,
  logger,
}: {
  readonly apiUrl: string | null;
  readonly logger: Logger;
}): CallSlack {
  const clients = new Map<string, WebClient>();

  function clientOf(token: string): WebClient {
    const known = clients.get(token);
    if (known) return known;
    if (clients.size >= mostClients) clients.clear();
    const client = new WebClient(token, {
      ...(apiUrl && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: timeoutMilliseconds,
      allowAbsoluteUrls: false,
      maxRequestConcurrency: 1_000,
      fetch: tellingFetch,
      logger: sdkLogger(logger),
    });
    clients.set(token, client);
    return client;
  }

  return async ({ method, token, args, mayLeave = () => true }) => {
    try {
      const client = clientOf(token);
      const answer = await leaving.run(mayLeave, () => client.apiCall(method, { ...args }));
      return { outcome: 'answered', answer: { ...answer } };
    } catch (error) {
      return classifyFailure(error);
    }
  };
}
