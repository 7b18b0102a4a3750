import type { Address } from '../../../delivery/surface.ts';
import { messageOf } from '../../../shared/errors.ts';
import { untilHandled } from '../../api/background.ts';
import { receive } from '../../api/receive.ts';
import type { Sight } from '../../api/sightings.ts';
import { findConversation } from '../account/find-conversation.ts';
import { outsideOf } from './member.ts';
import type { TeamsContext } from './teams-context.ts';
import { teamsPlatform } from './teams-turn.ts';

const handlingMilliseconds = 300;

/** Asks Teams who reads a place, and writes down what differs from what is known of it. Never rejects. */
export async function lookAtPlace(context: TeamsContext, address: Address): Promise<Sight> {
  let audience = 'internal';
  try {
    const known = await findKnown(context, address);
    if (!known) return { found: 'as-known', audience };
    audience = known.audience;
    const spot = await findSpot(context, address);
    if (!spot) return { found: 'as-known', audience };
    const members = await context.roster.list(spot);
    if (members === null) return { found: 'unseen', audience };
    const outside = outsideOf(members, address.workspace);
    if (isReadBy(known, outside)) return { found: 'as-known', audience };
    await tell(context, address, outside);
    const after = await findKnown(context, address);
    const isSettled = after !== null && isReadBy(after, outside) && !after.parkedReason;
    return { found: isSettled ? 'as-known' : 'changed', audience };
  } catch (error) {
    context.logger.debug({ cause: messageOf(error) }, 'a place in Teams could not be looked at');
    return { found: 'unseen', audience };
  }
}

function isReadBy(place: { readonly outside: readonly string[] }, outside: readonly string[]) {
  return outside.length === place.outside.length && outside.every(id => place.outside.includes(id));
}

async function findKnown({ ports }: TeamsContext, { workspace, id }: Address) {
  const where = { platform: teamsPlatform, workspace, channel: id };
  const row = await ports.database.client.placeIdentity.findUnique({
    where: { platform_workspace_channel: where },
    include: { place: true },
  });
  return row?.place ?? null;
}

/** Null where nothing can be said either; and the local client has no roster, and one company. */
async function findSpot({ account, ports }: TeamsContext, address: Address) {
  if (account.kind === 'local') return null;
  const found = await findConversation(ports.database.client, address);
  return found?.blocked === null ? found : null;
}

/** What is told is mostly dealt with before this returns, so that what waits to be said there need not wait again. */
async function tell(
  context: TeamsContext,
  { workspace, id }: Address,
  outside: string[],
): Promise<void> {
  const noticeId = `teams:look:${workspace}:${id}:${context.ports.clock.now().getTime()}`;
  await receive(context, {
    id: noticeId,
    notice: { kind: 'changed' },
    place: { platform: teamsPlatform, workspace, channel: id },
    by: null,
    name: null,
    outside,
  });
  await untilHandled(noticeId, { ...context, milliseconds: handlingMilliseconds });
}
