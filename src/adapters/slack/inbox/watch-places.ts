import { setTimeout as pause } from 'node:timers/promises';
import type { Notice } from '../../../conversation/arrival/notice.ts';
import { messageOf } from '../../../shared/errors.ts';
import { hour, second } from '../../../shared/time.ts';
import type { Channel } from '../workspace/channels.ts';
import { createLoop, type Loop } from '../workspace/loop.ts';
import { slackPlatform } from '../workspace/platform.ts';
import { SlackCallError } from '../workspace/web-api.ts';
import { receive, type SlackContext } from './slack-context.ts';

const lookEvery = hour;
/** After a look that Slack did not answer. */
const soonAgain = 30 * second;
/** `conversations.info` may be called some fifty times a minute. */
const between = 1_300;

/**
 * Looks at every Slack place at the start and each hour: what we were not told while we or Slack were down (a
 * channel that became shared, above all) is noticed then at the latest.
 */
export function watchPlaces(context: SlackContext): Loop {
  const stopping = new AbortController();
  const loop = createLoop(async () => {
    try {
      const rows = await context.database.client.placeIdentity.findMany({
        where: { platform: slackPlatform },
        include: { place: true },
        orderBy: [{ workspace: 'asc' }, { channel: 'asc' }],
      });
      for (const [index, row] of rows.entries()) {
        if (index > 0) await pause(between, undefined, { ref: false, signal: stopping.signal });
        await lookAt(context, row);
      }
      return lookEvery;
    } catch (error) {
      context.logger.debug(
        { cause: messageOf(error) },
        'not every place in Slack could be looked at',
      );
      return soonAgain;
    }
  });
  return {
    ...loop,
    async stop() {
      stopping.abort();
      await loop.stop();
    },
  };
}

interface Known {
  readonly workspace: string;
  readonly channel: string;
  readonly place: {
    readonly name: string;
    readonly outside: readonly string[];
    readonly parkedReason: string | null;
  };
}

async function lookAt(context: SlackContext, known: Known): Promise<void> {
  const { workspace, channel } = known;
  const installation = await context.installations.find(workspace);
  if (!installation) return;
  const found = await context.channels.get(installation, channel).catch((error: unknown) => {
    if (error instanceof SlackCallError && error.reason === 'channel_not_found') return null;
    throw error;
  });
  const happened = differenceOf(known, found);
  if (!happened) return;
  await receive(context, {
    id: `slack:look:${workspace}:${channel}:${context.clock.now().getTime()}`,
    notice: { kind: happened },
    place: { platform: slackPlatform, workspace, channel },
    by: null,
    name: found?.name ?? null,
    outside: found ? [...found.outside] : null,
  });
}

/** What has happened since the row was written; a place that is parked already is told once more only if others read it. */
function differenceOf(
  { place }: Known,
  found: Channel | null,
): Exclude<Notice['notice']['kind'], 'moved'> | null {
  const isParked = place.parkedReason !== null;
  if (!found?.isMember) return isParked ? null : 'left';
  if (found.isArchived) return isParked ? null : 'archived';
  const isSame =
    found.outside.length === place.outside.length &&
    found.outside.every(id => place.outside.includes(id));
  return isSame && (found.name ?? '') === place.name ? null : 'changed';
}
