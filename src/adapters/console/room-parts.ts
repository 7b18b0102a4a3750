import type { Setup } from '../../setup/setup.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { ChangeSignal } from './change-signal.ts';
import type { Practice } from './world.ts';

/** What the practice room is made of. */
export interface RoomParts extends Practice {
  /** The real time, for rate limits. */
  readonly real: Clock;
  readonly signal: ChangeSignal;
  readonly logger: Logger;
  /** Where the server listens: the room is mounted on loopback addresses alone. */
  readonly host: string;
  /** The examples the practice begins with. */
  readonly setups: readonly Setup[];
  /** When the practice begins; ten minutes before the first example's window when left out. */
  readonly start?: Date;
}
