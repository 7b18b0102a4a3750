import type { Surface } from '../../delivery/surface.ts';
import type { World } from '../../world.ts';
import type { Mount } from '../api/mount.ts';

/** What a medium that hears as well needs to tell it. */
export interface MediumEars {
  readonly world: World;
  readonly nudge: () => void;
}

/** One way to reach people outside chat, in both directions. */
export interface Medium {
  readonly surfaces: readonly Surface[];
  /** What answers come in by, once there is a world to tell; left out where none do. */
  listen?(ears: MediumEars): Mount;
  /** "up", or what is the matter in a few words. */
  health(): string;
}
