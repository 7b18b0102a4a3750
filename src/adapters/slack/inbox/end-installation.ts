import type { Notice } from '../../../conversation/arrival/notice.ts';
import { receive } from '../../api/receive.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';

/** The app was removed from a workspace, or its token taken back. */
export interface Ending {
  readonly workspace: string;
  readonly at: Date;
  /** What tells this ending from others; the same one twice does nothing. */
  readonly id: string;
}

/**
 * Notes the end of an installation. `app_uninstalled` and `tokens_revoked` come in any order and late; one from
 * before the app was installed again is nothing any more. Each place there becomes one we have left.
 */
export async function endInstallation(
  context: SlackContext,
  { workspace, at, id }: Ending,
): Promise<'ended' | 'already'> {
  const { installations, database, logger } = context;
  const row = await database.client.slackInstallation.findUnique({ where: { workspace } });
  if (row?.state !== 'active' || row.installedAt > at) return 'already';
  const places = await database.client.placeIdentity.findMany({
    where: { platform: slackPlatform, workspace },
    select: { channel: true },
  });
  // The notices first: if we stop in between, the whole is done again from the same event.
  for (const { channel } of places) await receive(context, leftNotice(workspace, channel, id));
  await installations.revoke(workspace, at);
  logger.warn({ workspace }, 'Handrail was removed from a Slack workspace');
  context.askAgain();
  return 'ended';
}

function leftNotice(workspace: string, channel: string, id: string): Notice {
  return {
    id: `${id}:${channel}`,
    notice: { kind: 'left' },
    place: { platform: slackPlatform, workspace, channel },
    by: null,
    name: null,
    outside: null,
  };
}
