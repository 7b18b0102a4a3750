import { type Place, placeFrom } from '../../customers/place.ts';
import { localPlatform } from '../../delivery/find-way.ts';
import type { Tx } from '../../shared/database.ts';
import type { Inbound } from './inbound.ts';

/** The place at this address of a platform; null while nobody has ever told us of it. */
export async function findPlace(tx: Tx, where: NonNullable<Inbound['in']>): Promise<Place | null> {
  const { platform, workspace, channel } = where;
  if (platform === localPlatform) return findById(tx, channel);
  const identity = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: { platform, workspace, channel } },
  });
  return identity ? findById(tx, identity.placeId) : null;
}

async function findById(tx: Tx, id: string): Promise<Place | null> {
  const row = await tx.place.findUnique({ where: { id } });
  return row ? placeFrom(row) : null;
}
