import type { Inbound } from '../../conversation/arrival/inbound.ts';
import type { Notice } from '../../conversation/arrival/notice.ts';
import type { World } from '../../world.ts';
import type { Sightings } from './sightings.ts';

/** What whoever takes a platform's words in has at hand. */
export interface Receiving {
  readonly world: Pick<World, 'receive'>;
  readonly sightings: Pick<Sightings, 'doubt'>;
  /** Called after each new row, so that nothing waits for the tick. */
  readonly nudge: () => void;
}

/** Writes one thing down; once this resolves the platform may be answered. */
export async function receive(
  { world, nudge, sightings }: Receiving,
  incoming: Inbound | Notice,
): Promise<'new' | 'duplicate'> {
  try {
    const outcome = await world.receive(incoming);
    if (outcome === 'new') nudge();
    return outcome;
  } catch (error) {
    // A platform tries again only so often: in the end a word about who reads a place may be lost.
    sightings.doubt();
    throw error;
  }
}
