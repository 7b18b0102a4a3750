import type { Tx } from '../shared/database.ts';
import type { Address, Surface, Surfaces } from './surface.ts';

/** The platform of rehearsals and the practice room, where everybody is reached by our own ids. */
export const localPlatform = 'local';

interface Bound {
  readonly toPlaceId: string | null;
  readonly toPersonId: string | null;
  readonly via: string;
  readonly address: string | null;
}

/** The first connected way to a destination, or null when there is none. */
export async function findAddress(
  tx: Tx,
  message: Bound,
  surfaces: Surfaces,
): Promise<{ surface: Surface; address: Address } | null> {
  const kind = message.toPlaceId ? 'place' : 'person';
  const id = message.toPlaceId ?? message.toPersonId ?? '';
  if (message.via === 'chat') {
    const identities = await listIdentities(tx, message);
    for (const surface of surfaces.connected) {
      const identity = identities.find(known => known.platform === surface.platform);
      if (identity) return { surface, address: { ...identity, kind } };
    }
  } else {
    const surface = surfaces.connected.find(one => one.platform === message.via);
    if (surface && message.address) {
      return {
        surface,
        address: { platform: message.via, workspace: '', id: message.address, kind },
      };
    }
  }
  const surface = surfaces.everywhere;
  return surface
    ? { surface, address: { platform: localPlatform, workspace: localPlatform, id, kind } }
    : null;
}

async function listIdentities(
  tx: Tx,
  message: Bound,
): Promise<{ platform: string; workspace: string; id: string }[]> {
  if (message.toPlaceId) {
    const rows = await tx.placeIdentity.findMany({ where: { placeId: message.toPlaceId } });
    return rows.map(row => ({ platform: row.platform, workspace: row.workspace, id: row.channel }));
  }
  const rows = await tx.personIdentity.findMany({ where: { personId: message.toPersonId ?? '' } });
  return rows.map(row => ({ platform: row.platform, workspace: row.workspace, id: row.user }));
}
