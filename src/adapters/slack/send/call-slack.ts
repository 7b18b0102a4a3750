import { WebClient } from '@slack/web-api';
import { codeOf, HandrailError, messageOf, propertyOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { second } from '../../../shared/time.ts';
import { sdkLogger } from '../workspace/sdk-logger.ts';
import { classifyFailure, type Failure } from './classify-failure.ts';

/** What Slack answered, or how the call failed. */
export type CallOutcome =
  | { readonly outcome: 'answered'; readonly answer: Readonly<Record<string, unknown>> }
  | Failure;

/** One try of one method with this token; never throws. */
export type CallSlack = (
  method: string,
  token: string,
  args: Readonly<Record<string, unknown>>,
) => Promise<CallOutcome>;

const timeoutMilliseconds = 5 * second;
const mostClients = 500;

/** A connection that broke, with the code that says how. */
export class BrokenCallError extends HandrailError {
  readonly code: string;

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
    this.code = codeOf(propertyOf(cause, 'cause')) ?? codeOf(cause) ?? 'unknown';
  }
}

/** The SDK keeps only the words of what broke; the code, which says whether anything was sent, is under them. */
const tellingFetch: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init);
  } catch (error) {
    throw new BrokenCallError(error);
  }
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

  return async (method, token, args) => {
    try {
      const answer = await clientOf(token).apiCall(method, { ...args });
      return { outcome: 'answered', answer: { ...answer } };
    } catch (error) {
      return classifyFailure(error);
    }
  };
}
