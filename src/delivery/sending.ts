import type { Ports } from '../shared/database.ts';
import type { Surfaces } from './surface.ts';

/** What messages are sent with. */
export interface Sending extends Ports {
  readonly surfaces: Surfaces;
  /** A clock that nobody can set, in milliseconds: how long this process has had a message. */
  readonly monotonicMilliseconds: () => number;
}
