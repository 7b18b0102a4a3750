import { addressKey } from './address-key.ts';
import type { Address, Surface, Surfaces } from './surface.ts';

/** The platform of rehearsals and the practice room, where everybody is reached by our own ids. */
export const localPlatform = 'local';

/** A message and the accounts of where it goes. */
export interface Bound {
  readonly toPlaceId: string | null;
  readonly toPersonId: string | null;
  /** Another system: reached by its own address alone, and in no rehearsal. */
  readonly toWebhookId: string | null;
  readonly via: string;
  readonly address: string | null;
  /** The address key of where it stands already; null before it was sent. */
  readonly sentTo: string | null;
  readonly identities: readonly {
    readonly platform: string;
    readonly workspace: string;
    readonly id: string;
  }[];
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
export function findWay(message: Bound, surfaces: Surfaces): Way | null {
  const ways = listWays(message, surfaces);
  return ways.find(({ address }) => addressKey(address) === message.sentTo) ?? ways[0] ?? null;
}

function listWays(message: Bound, { connected, everywhere }: Surfaces): Way[] {
  const kind = message.toPlaceId ? 'place' : 'person';
  const id = message.toPlaceId ?? message.toPersonId ?? '';
  const ways: Way[] = [];
  if (message.via === 'chat' || message.toWebhookId) {
    for (const surface of connected) {
      const own = message.identities.filter(({ platform }) => platform === surface.platform);
      ways.push(...own.map(identity => ({ surface, address: { ...identity, kind } as const })));
    }
  } else {
    const surface = connected.find(one => one.platform === message.via);
    const address = {
      platform: message.via,
      workspace: '',
      // Some media have one address for everybody; there a person is told apart by our own id.
      id: message.address ?? id,
      kind,
    } as const;
    if (surface) ways.push({ surface, address });
  }
  const address = { platform: localPlatform, workspace: localPlatform, id, kind } as const;
  return everywhere && !message.toWebhookId ? [...ways, { surface: everywhere, address }] : ways;
}
