import { setTimeout as pause } from 'node:timers/promises';
import type { Notice } from '../../conversation/arrival/notice.ts';
import { messageOf } from '../../shared/errors.ts';
import { hour, second } from '../../shared/time.ts';
import type { Channel } from './channels.ts';
import { type Desk, writeDown } from './desk.ts';
import { createLoop, type Loop } from './loop.ts';
import { slackPlatform } from './platform.ts';
import { SlackCallError } from './web-api.ts';

const lookEvery = hour;
/** After a look that Slack did not answer. */
const soonAgain = 30 * second;
/** `conversations.info` may be called some fifty times a minute. */
const between = 1_300;

/**
 * Looks at every Slack place at the start and each hour: what we were not told while we or Slack were down (a
 * channel that became shared, above all) is noticed then at the latest.
 */
export function watchPlaces(desk: Desk): Loop {
  const stopping = new AbortController();
  const loop = createLoop(async () => {
    try {
      const rows = await desk.database.client.placeIdentity.findMany({
        where: { platform: slackPlatform },
        include: { place: true },
        orderBy: [{ workspace: 'asc' }, { channel: 'asc' }],
      });
      for (const [index, row] of rows.entries()) {
        if (index > 0) await pause(between, undefined, { ref: false, signal: stopping.signal });
        await lookAt(desk, row);
      }
      return lookEvery;
    } catch (error) {
      desk.logger.debug({ cause: messageOf(error) }, 'not every place in Slack could be looked at');
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

async function lookAt(desk: Desk, known: Known): Promise<void> {
  const { workspace, channel } = known;
  const installation = await desk.installations.find(workspace);
  if (!installation) return;
  const found = await desk.channels.get(installation, channel).catch((error: unknown) => {
    if (error instanceof SlackCallError && error.reason === 'channel_not_found') return null;
    throw error;
  });
  const happened = differenceOf(known, found);
  if (!happened) return;
  await writeDown(desk, {
    id: `slack:look:${workspace}:${channel}:${desk.clock.now().getTime()}`,
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
