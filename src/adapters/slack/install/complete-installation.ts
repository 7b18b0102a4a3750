import { z } from 'zod';
import type { Clock } from '../../../shared/clock.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { plus, second } from '../../../shared/time.ts';
import type { Granted, InstallationStore } from '../workspace/installations.ts';
import { SlackCallError, type WebApi } from '../workspace/web-api.ts';

export interface OAuthParts {
  readonly api: WebApi;
  readonly store: InstallationStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly client: { readonly id: string; readonly secret: string };
  /** Workspaces and enterprises that may install the app. */
  readonly workspaces: readonly string[];
  /** Where Slack sends the browser back to. */
  readonly redirectUri: string;
}

/** How it ended, in a word for the page. */
export type Completed = 'installed' | 'not-allowed' | 'refused' | 'unreachable';

const named = z.object({ id: z.string(), name: z.string().nullish() }).nullish();
const answer = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('bot').nullish(),
  scope: z.string().nullish(),
  bot_user_id: z.string().min(1),
  app_id: z.string().nullish(),
  team: named,
  enterprise: named,
  is_enterprise_install: z.boolean().nullish(),
  refresh_token: z.string().nullish(),
  expires_in: z.number().positive().nullish(),
});

/** Exchanges the code that Slack gave the browser; a workspace that is not on the list gets its token taken back. */
export async function completeInstallation(parts: OAuthParts, code: string): Promise<Completed> {
  const { api, client, redirectUri, store, workspaces, logger } = parts;
  let granted: Granted;
  try {
    const raw = await api.call('oauth.v2.access', null, {
      client_id: client.id,
      client_secret: client.secret,
      code,
      redirect_uri: redirectUri,
    });
    granted = grantedFrom(answer.parse(raw), parts);
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'an installation in Slack did not work');
    const isDown = error instanceof SlackCallError && error.reason.startsWith('unreachable');
    return isDown ? 'unreachable' : 'refused';
  }
  const { workspace, enterprise } = granted;
  if (![workspace, enterprise].some(id => id !== null && workspaces.includes(id))) {
    logger.warn({ workspace, enterprise }, 'a workspace that SLACK_WORKSPACES does not list');
    await giveBack(parts, granted);
    return 'not-allowed';
  }
  await store.save(granted);
  logger.info({ workspace }, 'Handrail was installed in a Slack workspace');
  return 'installed';
}

function grantedFrom(raw: z.infer<typeof answer>, { clock }: OAuthParts): Granted {
  const enterprise = raw.enterprise?.id ?? null;
  const workspace = raw.is_enterprise_install ? enterprise : raw.team?.id;
  if (!workspace) throw new Error('Slack named no workspace');
  return {
    workspace,
    enterprise,
    name: raw.team?.name ?? raw.enterprise?.name ?? '',
    appId: raw.app_id ?? '',
    botUserId: raw.bot_user_id,
    scopes: raw.scope?.split(',').filter(scope => scope !== '') ?? [],
    tokens: {
      bot: raw.access_token,
      refresh: raw.refresh_token ?? null,
      expiresAt: raw.expires_in ? plus(clock.now(), raw.expires_in * second) : null,
    },
  };
}

/** A token we must not keep works no more. */
async function giveBack({ api, logger }: OAuthParts, { tokens }: Granted): Promise<void> {
  try {
    await api.call('auth.revoke', tokens?.bot ?? null);
  } catch (error) {
    logger.warn({ cause: messageOf(error) }, 'its token could not be taken back');
  }
}
