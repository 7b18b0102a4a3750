import { propertyOf } from '../../../shared/errors.ts';
import { hour, second } from '../../../shared/time.ts';
import type { ServerAnswer } from '../../api/call-server.ts';

/** What an answer of the connector means for the message. */
export type ConnectorVerdict =
  /** `id` is empty when Teams took it and did not say what it is called. */
  | { readonly outcome: 'sent'; readonly id: string }
  | {
      readonly outcome: 'retry';
      readonly afterMilliseconds: number;
      readonly holds?: 'address';
      readonly detail: string;
    }
  | { readonly outcome: 'refused'; readonly detail: string; readonly blocks?: string }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'bad-token'; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string };

/** Error codes after which nothing will arrive there until the app is added again, and what that means. */
const permanent: Readonly<Record<string, string>> = {
  MessageWritesBlocked: 'Handrail was blocked or uninstalled there.',
  ConversationBlockedByUser: 'Handrail was blocked there.',
  BotNotInConversationRoster: 'Handrail was removed from it.',
  BotDisabledByAdmin: 'An administrator has switched Handrail off.',
  ConversationNotFound: 'It no longer exists.',
};

/**
 * The connector's answers, as Microsoft describes them: 429 was not taken; 412, 502, 503 and 504 are to be tried
 * again. What ended without an answer may have arrived.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 * `chance` in [0, 1) spreads the next tries of many messages.
 */
export function classifyAnswer(answer: ServerAnswer, chance: number): ConnectorVerdict {
  if (answer.kind === 'unsent') return { ...later(chance), detail: answer.detail };
  if (answer.kind === 'lost') return { outcome: 'unknown', detail: answer.detail };
  const { status, body, retryAfter } = answer;
  const code = codeOf(body);
  const detail = `Teams answered ${status}${code && ` ${code}`}`;
  if (status >= 200 && status < 300) return { outcome: 'sent', id: idOf(body) };
  if (status === 429) return { ...throttled(retryAfter, chance), detail };
  if ([412, 502, 503, 504].includes(status)) {
    const wished = retryAfter === null ? later(chance) : throttled(retryAfter, chance);
    return { ...wished, detail };
  }
  if (status === 401) return { outcome: 'bad-token', detail };
  if (status === 413 || code === 'MessageSizeTooBig') return { outcome: 'too-large' };
  if (status === 403 || status === 404) {
    const blocks = permanent[code];
    return {
      outcome: 'refused',
      detail: blocks ? `${detail}: ${blocks}` : detail,
      ...(blocks && { blocks }),
    };
  }
  if (status === 408 || status >= 500) return { outcome: 'unknown', detail };
  return { outcome: 'refused', detail };
}

function later(chance: number) {
  return {
    outcome: 'retry' as const,
    afterMilliseconds: Math.round(second * (1 + 2 * chance)),
  };
}

// Everything else for that conversation would be refused as well.
function throttled(retryAfter: string | null, chance: number) {
  const wished = waitOf(retryAfter);
  const afterMilliseconds = Math.round((wished ?? 2 * second) + second * chance);
  return { outcome: 'retry' as const, afterMilliseconds, holds: 'address' as const };
}

/** Retry-After in seconds; null when it says nothing we can use. */
function waitOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return seconds >= 0 ? Math.min(seconds * second, hour) : null;
}

// A code stands in `error`, beside it, or a level deeper; the one that says most counts.
function codeOf(body: unknown): string {
  const error = propertyOf(body, 'error');
  const codes = [
    propertyOf(error, 'code'),
    propertyOf(error, 'subCode'),
    propertyOf(body, 'subCode'),
    propertyOf(propertyOf(error, 'innerHttpError'), 'code'),
  ].filter(each => typeof each === 'string' && /^\w{1,60}$/.test(each)) as string[];
  return codes.find(each => each in permanent) ?? codes[0] ?? '';
}

function idOf(body: unknown): string {
  const id = propertyOf(body, 'id');
  return typeof id === 'string' && id.length <= 200 ? id : '';
}
