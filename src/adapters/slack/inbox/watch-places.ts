import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../../shared/errors.ts';
import { hour, second } from '../../../shared/time.ts';
import type { Sight } from '../../api/sightings.ts';
import { createLoop, type Loop } from '../workspace/loop.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';

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
        orderBy: [{ workspace: 'asc' }, { channel: 'asc' }],
      });
      for (const [index, row] of rows.entries()) {
        if (index > 0) await pause(between, undefined, { ref: false, signal: stopping.signal });
        if ((await lookAt(context, row)) === 'unseen') return soonAgain;
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

async function lookAt(
  { sightings, installations }: SlackContext,
  { workspace, channel }: { readonly workspace: string; readonly channel: string },
): Promise<Sight['found']> {
  // Where the app is not installed nothing can be said either.
  if (!(await installations.find(workspace))) return 'as-known';
  const address = { platform: slackPlatform, workspace, id: channel, kind: 'place' } as const;
  return (await sightings.look(address)).found;
}
