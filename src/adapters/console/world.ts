import type { Inbound } from '../../conversation/arrival/inbound.ts';
import type { Engine } from '../../engine/engine.ts';
import type { MovableClock } from '../../shared/clock.ts';
import type { Ports } from '../../shared/database.ts';

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
