import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Setup } from '../../../setup/setup.ts';
import type { Clock, MovableClock } from '../../../shared/clock.ts';
import type { Ports } from '../../../shared/database.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { ChangeSignal } from '../send/change-signal.ts';

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

/** The practice organisation as the room needs it; the composition root's World is one. */
export interface PracticeWorld {
  readonly ports: Ports;
  readonly engine: Pick<Engine, 'runUntilIdle' | 'nextDue' | 'advanceTo'>;
  receive(inbound: Inbound): Promise<'new' | 'duplicate'>;
}

export interface Practice {
  readonly world: PracticeWorld;
  /** The clock the world's ports read. */
  readonly clock: MovableClock;
}
