import type { Tx } from '../shared/database.ts';
import { addressKey } from './address-key.ts';
import type { Address, Surface, Surfaces } from './surface.ts';

/** The platform of rehearsals and the practice room, where everybody is reached by our own ids. */
export const localPlatform = 'local';

interface Bound {
  readonly toPlaceId: string | null;
  readonly toPersonId: string | null;
  readonly via: string;
  readonly address: string | null;
  /** The address key of where it stands already; null before it was sent. */
  readonly sentTo: string | null;
}

/** A connected way to a destination. */
export interface Way {
  readonly surface: Surface;
  readonly address: Address;
}

/**
 * The way to a destination as it is bound now, or null when there is none: where the message stands already,
 * else the first that is connected.
 */
export async function findAddress(tx: Tx, message: Bound, surfaces: Surfaces): Promise<Way | null> {
  const ways = await listWays(tx, message, surfaces);
  return ways.find(({ address }) => addressKey(address) === message.sentTo) ?? ways[0] ?? null;
}

async function listWays(
  tx: Tx,
  message: Bound,
  { connected, everywhere }: Surfaces,
): Promise<Way[]> {
  const kind = message.toPlaceId ? 'place' : 'person';
  const id = message.toPlaceId ?? message.toPersonId ?? '';
  const ways: Way[] = [];
  if (message.via === 'chat') {
    const identities = await listIdentities(tx, message);
    for (const surface of connected) {
      const own = identities.filter(({ platform }) => platform === surface.platform);
      ways.push(...own.map(identity => ({ surface, address: { ...identity, kind } as const })));
    }
  } else {
    const surface = connected.find(one => one.platform === message.via);
    const address = {
      platform: message.via,
      workspace: '',
      id: message.address ?? '',
      kind,
    } as const;
    if (surface && message.address) ways.push({ surface, address });
  }
  const address = { platform: localPlatform, workspace: localPlatform, id, kind } as const;
  return everywhere ? [...ways, { surface: everywhere, address }] : ways;
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
