import type { Place } from '../../customers/place.ts';
import { shared } from '../../delivery/audience.ts';
import { sharedCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import type { Inbound } from './inbound.ts';

/**
 * Says once that nothing is set up in this place, and nothing else. A place nobody has told us of is
 * written down without a customer, so that the once can be kept; a setup file binds it later.
 */
export async function sayNotSetUp(
  trip: Trip,
  inbound: Inbound,
  place: Place | null,
): Promise<void> {
  if (place?.parkedReason || !inbound.in) return;
  const placeId = place?.id ?? (await noteUnknownPlace(trip, inbound.in));
  if (!placeId) return;
  const card = sharedCard('refusal', null, { body: [shared`I'm not set up here.`] });
  await sendMessage(trip, { key: `not-set-up:${placeId}`, lane: 'replies', to: { placeId }, card });
}

async function noteUnknownPlace(
  { tx, random }: Trip,
  where: NonNullable<Inbound['in']>,
): Promise<string | null> {
  const { platform, workspace, channel } = where;
  if (platform === 'local') return null;
  const id = `unknown-${random.id()}`;
  await tx.place.create({
    data: { id, audience: 'shared', identities: { create: { platform, workspace, channel } } },
  });
  return id;
}
