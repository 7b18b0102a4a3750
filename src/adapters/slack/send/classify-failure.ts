import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Sent } from '../../../delivery/surface.ts';
import { codeOf, messageOf } from '../../../shared/errors.ts';
import { second } from '../../../shared/time.ts';

/** How a failed call ended, and whether it failed because of our token. */
export type Failure = Exclude<Sent, { outcome: 'sent' }> & {
  readonly isTokenBad?: true;
  /** What of the message Slack does not take as it stands. */
  readonly rejects?: 'blocks';
};

/**
 * What a refusal by name means: https://docs.slack.dev/reference/methods/chat.postMessage, "Errors". Slack
 * answered, so nothing was said, except where it writes that part of the work may have been done. A name
 * that is not here is a refusal for good.
 */
const meanings: Readonly<Record<string, 'retry' | 'unknown' | 'token' | 'stale-token' | 'blocks'>> =
  {
    ratelimited: 'retry',
    rate_limited: 'retry',
    service_unavailable: 'retry',
    request_timeout: 'retry',
    team_added_to_org: 'retry',
    fatal_error: 'unknown',
    internal_error: 'unknown',
    invalid_auth: 'token',
    not_authed: 'token',
    token_revoked: 'token',
    account_inactive: 'token',
    access_denied: 'token',
    token_expired: 'stale-token',
    invalid_blocks: 'blocks',
  };

/** What to do about the refusals that an operator can do something about. */
const advice: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite Handrail to the channel.',
  channel_not_found: 'The channel is gone, or Handrail was never invited to it.',
  is_archived: 'The channel is archived.',
  missing_scope: 'Install the app again with the scopes of manifests/slack.yaml.',
  messages_tab_disabled:
    "Switch on the app's messages tab, so that people can be written to directly.",
  cannot_dm_bot: 'This account is a bot.',
  user_disabled: 'This account was closed.',
};

/** Reads how a call failed: surely not delivered and worth another try, refused for good, or nobody knows. */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return limited(`Slack asks to wait ${error.retryAfter} s.`, error.retryAfter * second);
  }
  if (error instanceof WebAPIPlatformError) return classifyRefusal(error.data.error);
  if (error instanceof WebAPIHTTPError) return classifyStatus(error.statusCode);
  if (error instanceof WebAPIRequestError) return classifyBreak(error.original);
  // The SDK's own error for a 429 that names no time.
  if (/retry-after header/i.test(messageOf(error))) return limited('Slack asks to wait.');
  return { outcome: 'unknown', detail: messageOf(error) };
}

function limited(detail: string, afterMilliseconds?: number): Failure {
  const wait = afterMilliseconds !== undefined && { afterMilliseconds };
  return { outcome: 'retry', holds: 'address', detail, ...wait };
}

function classifyRefusal(name: string): Failure {
  // What is no name is an answer that could not be read: cut off, or not Slack's.
  if (!/^[a-z0-9_]{1,80}$/.test(name)) {
    return { outcome: 'unknown', detail: 'Slack’s answer could not be read.' };
  }
  const hint = advice[name];
  const detail = `Slack says ${name}.${hint ? ` ${hint}` : ''}`;
  switch (meanings[name]) {
    case 'retry':
      return name.startsWith('rate') ? limited(detail) : { outcome: 'retry', detail };
    case 'unknown':
      return { outcome: 'unknown', detail };
    case 'token':
      return { outcome: 'refused', detail, isTokenBad: true };
    case 'stale-token':
      return { outcome: 'retry', detail, isTokenBad: true };
    case 'blocks':
      return { outcome: 'refused', detail, rejects: 'blocks' };
    default:
      return { outcome: 'refused', detail };
  }
}

/** A status other than 200 comes from something in front of Slack: below 500 it let nothing through. */
function classifyStatus(status: number): Failure {
  const detail = `Slack's address answered with status ${status}.`;
  if (status >= 500 || status === 408) return { outcome: 'unknown', detail };
  return { outcome: 'retry', detail };
}

function classifyBreak(original: unknown): Failure {
  const detail = `The call to Slack broke off (${messageOf(original)}).`;
  return { outcome: codeOf(original) === 'unsent' ? 'retry' : 'unknown', detail };
}
