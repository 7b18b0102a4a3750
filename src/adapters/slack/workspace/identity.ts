import { z } from 'zod';
import { codeOf, messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { minute, second } from '../../../shared/time.ts';
import type { InstallationStore } from './installations.ts';
import { createLoop, type Loop } from './loop.ts';
import { SlackCallError, type WebApi } from './web-api.ts';

/** Whether Slack knows us, for health and the log. */
export interface SlackIdentity extends Loop {
  /** "up", or what is the matter in a few words. */
  health(): string;
}

export interface IdentityParts {
  readonly api: WebApi;
  readonly store: InstallationStore;
  readonly token: string;
  readonly logger: Logger;
  /** The token no longer works, because the app was removed from this workspace. */
  readonly onRemoved: (workspace: string) => Promise<void>;
}

const checkEvery = 5 * minute;
const firstPause = second / 2;
const longestPause = 15 * second;

const answer = z.object({
  team_id: z.string(),
  team: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
  user_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).nullish() }).nullish(),
});

/** Slack's words for a token that will never work again. */
const ended = ['token_revoked', 'account_inactive', 'org_login_required'];

/**
 * Asks Slack who the token in the settings belongs to, until it says so and then every five minutes. While Slack
 * is down nothing waits for this: what is known from an earlier start is used meanwhile.
 */
export function keepIdentity(parts: IdentityParts): SlackIdentity {
  const { api, store, token, logger } = parts;
  let health = 'not asked yet';
  let failures = 0;

  function become(next: string): void {
    if (next === health) return;
    health = next;
    if (next === 'up') logger.info({}, 'Slack knows us');
    else logger.warn({ slack: next }, 'Slack does not work at the moment; trying again');
  }

  async function round(): Promise<number> {
    try {
      const who = answer.parse(await api.call('auth.test', token));
      await store.save({
        workspace: (who.is_enterprise_install ? who.enterprise_id : null) ?? who.team_id,
        enterprise: who.enterprise_id ?? null,
        name: who.team ?? '',
        appId: '',
        botUserId: who.user_id,
        scopes: who.response_metadata?.scopes ?? [],
        tokens: null,
      });
      failures = 0;
      become('up');
      return checkEvery;
    } catch (error) {
      failures += 1;
      become(whatIsWrong(error));
      if (error instanceof SlackCallError && ended.includes(error.reason)) await removed();
      return Math.min(longestPause, firstPause * 2 ** Math.min(failures, 10));
    }
  }

  async function removed(): Promise<void> {
    try {
      for (const { workspace } of await store.list()) await parts.onRemoved(workspace);
    } catch (error) {
      logger.error({ cause: messageOf(error) }, 'the end of a Slack installation was not noted');
    }
  }

  return { ...createLoop(round), health: () => health };
}

function whatIsWrong(error: unknown): string {
  if (error instanceof SlackCallError) {
    if (error.reason.startsWith('unreachable')) return 'not reached';
    if (error.reason === 'invalid_auth') return 'SLACK_BOT_TOKEN is refused';
    return `refused: ${error.reason}`;
  }
  return codeOf(error) === null ? 'answered in an unknown way' : 'the database did not answer';
}
