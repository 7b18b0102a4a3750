import type { Address } from '../../delivery/surface.ts';
import { hour, minute, second } from '../../shared/time.ts';

/**
 * What looking at a place found: its readers are those written down; they are others, and that is being written down;
 * or its platform did not show them.
 */
export interface Sight {
  readonly found: 'as-known' | 'changed' | 'unseen';
  readonly audience: string;
}

/**
 * Who reads the places of one platform, as seen by this process. What was seen holds only while nothing can have been
 * missed: not from before the process began, nor from before it stood still or lost its line.
 */
export interface Sightings {
  /** Looks, unless it was seen lately to be as known. */
  see(place: Address): Promise<Sight>;
  /** Looks in any case. */
  look(place: Address): Promise<Sight>;
  /** Something came from there that does not fit who reads it: a place of the vendor's own is looked at again, now. */
  suspect(place: Address): void;
  /** Words about places may have been missed: nothing that was seen holds any more. */
  doubt(): void;
  stop(): void;
}

export interface SightingsParts {
  /** Asks the platform and compares; never rejects. */
  readonly look: (place: Address) => Promise<Sight>;
  /** The process' own clock; `performance.now` when left out. */
  readonly monotonicMilliseconds?: () => number;
}

interface Seen extends Sight {
  readonly at: number;
}

/** Longer than the pause between two rounds of looks at every place. */
const goodForMilliseconds = hour + 5 * minute;
const pulseMilliseconds = 5 * second;
/** Whoever stands still for so long may have missed what a platform tried to tell. */
const stillMilliseconds = 30 * second;

/** Nothing was seen yet. */
export function createSightings({
  look: askFor,
  monotonicMilliseconds = () => performance.now(),
}: SightingsParts): Sightings {
  const seen = new Map<string, Seen>();
  const looking = new Map<string, Promise<Sight>>();
  let pulsedAt = monotonicMilliseconds();
  const pulse = () => {
    const at = monotonicMilliseconds();
    if (at - pulsedAt > stillMilliseconds) doubt();
    pulsedAt = at;
  };
  const pulsing = setInterval(pulse, pulseMilliseconds).unref();

  function doubt(): void {
    seen.clear();
    looking.clear();
  }

  function look(place: Address): Promise<Sight> {
    const key = keyOf(place);
    const at = monotonicMilliseconds();
    const asked = askFor(place).then(sight => {
      // A doubt that came meanwhile holds for this look too.
      if (looking.get(key) !== asked) return sight;
      looking.delete(key);
      if (sight.found === 'as-known') seen.set(key, { ...sight, at });
      else seen.delete(key);
      return sight;
    });
    looking.set(key, asked);
    return asked;
  }

  return {
    look,
    doubt,
    async see(place) {
      pulse();
      const key = keyOf(place);
      const known = seen.get(key);
      if (known && monotonicMilliseconds() - known.at < goodForMilliseconds) return known;
      return looking.get(key) ?? look(place);
    },
    suspect(place) {
      if (seen.get(keyOf(place))?.audience !== 'internal') return;
      seen.delete(keyOf(place));
      void look(place);
    },
    stop: () => clearInterval(pulsing),
  };
}

function keyOf({ workspace, id }: Address): string {
  return `${workspace} ${id}`;
}
