import { endAccount } from '../../../customers/end-account.ts';
import type { UserChangeEvent } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';

/**
 * An account was deactivated: whoever had it has left, before Slack is answered. They may be listed under their team or
 * their enterprise. Every other change of a profile is nothing to us, also that an account is there again: who is one of
 * ours is said in the setup.
 */
export async function handleUserChange(
  { database, nudge }: Pick<SlackContext, 'database' | 'nudge'>,
  { workspace, enterprise }: Installation,
  { user: { id: user, team_id: team, deleted, enterprise_user: ofEnterprise } }: UserChangeEvent,
): Promise<void> {
  if (!deleted) return;
  const told = [team, ofEnterprise?.enterprise_id].filter(id => typeof id === 'string');
  const isOurs = told.some(id => id === workspace || id === enterprise);
  const workspaces = isOurs ? [...told, workspace] : told;
  for (const each of new Set(workspaces)) {
    const account = { platform: slackPlatform, workspace: each, user };
    await database.trip(trip => endAccount(trip, account));
  }
  nudge();
}
