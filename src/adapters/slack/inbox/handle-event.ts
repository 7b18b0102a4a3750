import type { z } from 'zod';
import type { Ack } from '../gate/bolt-app.ts';
import {
  type EventEnvelope,
  homeOpenedEvent,
  messageEvent,
  placeEvent,
  reactionEvent,
  revokedEvent,
  userChangeEvent,
} from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { endInstallation } from './end-installation.ts';
import { handleMessage } from './handle-message.ts';
import { handlePlace } from './handle-place.ts';
import { handleReaction } from './handle-reaction.ts';
import { handleUserChange } from './handle-user-change.ts';
import { showHome } from './show-home.ts';
import type { SlackContext } from './slack-context.ts';
import { suspectReaders } from './suspect-readers.ts';

/** Everything the Events API tells; what is not listed here we are not told, and do not need. */
export async function handleEvent(
  context: SlackContext,
  installation: Installation,
  envelope: EventEnvelope,
): Promise<Ack> {
  suspectReaders(context, installation, envelope);
  switch (envelope.event.type) {
    case 'message':
    case 'app_mention':
      await read(messageEvent, envelope, event => handleMessage(context, installation, event));
      break;
    case 'reaction_added':
      await read(reactionEvent, envelope, event => handleReaction(context, installation, event));
      break;
    case 'app_home_opened':
      await read(homeOpenedEvent, envelope, async ({ user, user_team: team, tab }) => {
        if (tab === 'home') openHome(context, installation, { user, teams: [team] });
      });
      break;
    case 'app_uninstalled':
    case 'tokens_revoked':
      await read(revokedEvent, envelope, async ({ type, tokens }) => {
        // People may take back a token of their own; that ends nothing.
        if (type === 'app_uninstalled' || (tokens?.bot ?? []).length > 0)
          await endInstallation(context, endingOf(installation, envelope));
      });
      break;
    case 'user_change':
      await read(userChangeEvent, envelope, event =>
        handleUserChange(context, installation, event),
      );
      break;
    default:
      await read(placeEvent, envelope, event =>
        handlePlace(context, installation, { envelope, event }),
      );
  }
  return undefined;
}

/** An event without the shape it has in Slack's documentation tells us nothing. */
async function read<T>(
  schema: z.ZodType<T>,
  { event }: EventEnvelope,
  take: (event: T) => Promise<void>,
): Promise<void> {
  const parsed = schema.safeParse(event);
  if (parsed.success) await take(parsed.data);
}

function openHome(
  context: SlackContext,
  installation: Installation,
  named: { user: string; teams: (string | null | undefined)[] },
): void {
  context.background.begin('show Home', async () => {
    await showHome(context, installation, await context.speakers.find(installation, named));
  });
}

/** `event_time` is in whole seconds: its end counts, so that an end in the second of the installation is one. */
function endingOf({ workspace }: Installation, { event_id, event_time }: EventEnvelope) {
  const seconds = event_time ?? 0;
  return { workspace, at: new Date((seconds + 1) * 1000 - 1), id: `slack:event:${event_id}` };
}
