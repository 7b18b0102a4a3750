import type { Notice } from '../../../conversation/arrival/notice.ts';
import type { Address } from '../../../delivery/surface.ts';
import { messageOf } from '../../../shared/errors.ts';
import { untilHandled } from '../../api/background.ts';
import { receive } from '../../api/receive.ts';
import type { Sight } from '../../api/sightings.ts';
import type { Channel } from '../workspace/channels.ts';
import { slackPlatform } from '../workspace/platform.ts';
import { SlackCallError } from '../workspace/web-api.ts';
import { within } from '../workspace/within.ts';
import type { SlackContext } from './slack-context.ts';

const patienceMilliseconds = 1_200;
const handlingMilliseconds = 300;

/** Asks Slack who reads a place, and writes down what differs from what is known of it. Never rejects. */
export async function lookAtPlace(context: SlackContext, address: Address): Promise<Sight> {
  let audience = 'internal';
  try {
    const known = await findKnown(context, address);
    if (!known) return { found: 'as-known', audience };
    audience = known.place.audience;
    const channel = await askFor(context, known);
    if (channel === undefined) return { found: 'unseen', audience };
    const happened = differenceOf(known, channel);
    if (!happened) return { found: 'as-known', audience };
    await tell(context, known, { happened, channel });
    const after = await findKnown(context, address);
    const isSettled = after !== null && differenceOf(after, channel) === null;
    return { found: isSettled && !after.place.parkedReason ? 'as-known' : 'changed', audience };
  } catch (error) {
    context.logger.debug({ cause: messageOf(error) }, 'a place in Slack could not be looked at');
    return { found: 'unseen', audience };
  }
}

type Known = NonNullable<Awaited<ReturnType<typeof findKnown>>>;

async function findKnown({ database }: SlackContext, { workspace, id }: Address) {
  const where = { platform: slackPlatform, workspace, channel: id };
  return database.client.placeIdentity.findUnique({
    where: { platform_workspace_channel: where },
    include: { place: true },
  });
}

/** Null when we are not in it; undefined when Slack does not say in time. */
async function askFor(
  { installations, channels }: SlackContext,
  { workspace, channel }: Known,
): Promise<Channel | null | undefined> {
  const installation = await installations.find(workspace);
  if (!installation) return undefined;
  const found = channels.get(installation, channel).catch((error: unknown) => {
    if (error instanceof SlackCallError && error.reason === 'channel_not_found')
      return 'gone' as const;
    throw error;
  });
  const answer = await within(found, patienceMilliseconds);
  if (answer === null) return undefined;
  return answer === 'gone' ? null : answer;
}

type Happened = Exclude<Notice['notice']['kind'], 'moved'>;

/** What has happened since the row was written; a place that is parked already is told once more only if others read it. */
function differenceOf({ place }: Pick<Known, 'place'>, found: Channel | null): Happened | null {
  const isParked = place.parkedReason !== null;
  if (!found?.isMember) return isParked ? null : 'left';
  if (found.isArchived) return isParked ? null : 'archived';
  const isSame =
    found.outside.length === place.outside.length &&
    found.outside.every(id => place.outside.includes(id));
  return isSame && (found.name ?? '') === place.name ? null : 'changed';
}

interface Difference {
  readonly happened: Happened;
  readonly channel: Channel | null;
}

/** What is told is mostly dealt with before this returns, so that what waits to be said there need not wait again. */
async function tell(
  context: SlackContext,
  { workspace, channel: id }: Known,
  { happened, channel }: Difference,
): Promise<void> {
  const noticeId = `slack:look:${workspace}:${id}:${context.clock.now().getTime()}`;
  await receive(context, {
    id: noticeId,
    notice: { kind: happened },
    place: { platform: slackPlatform, workspace, channel: id },
    by: null,
    name: channel?.name ?? null,
    outside: channel ? [...channel.outside] : null,
  });
  await untilHandled(noticeId, { ...context, milliseconds: handlingMilliseconds });
}
