import { z } from 'zod';
import type { EventEnvelope } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';

const origin = z.object({
  channel: z.string(),
  user_team: z.string().nullish(),
  team: z.string().nullish(),
});

/** Any event may show that others read a channel than we knew: Slack says that it is shared, or its author is no colleague. */
export function suspectReaders(
  { sightings }: Pick<SlackContext, 'sightings'>,
  { workspace, enterprise }: Installation,
  { event, is_ext_shared_channel: isShared }: EventEnvelope,
): void {
  const { success, data } = origin.safeParse(event);
  if (!success) return;
  const teams = [data.user_team, data.team].filter(team => typeof team === 'string');
  const isForeign = teams.some(team => team !== workspace && team !== enterprise);
  if (isShared === true || isForeign)
    sightings.suspect({ platform: slackPlatform, workspace, id: data.channel, kind: 'place' });
}
