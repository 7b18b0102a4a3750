import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Ports } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { second, since } from '../../shared/time.ts';

export interface HealthParts {
  readonly ports: Ports;
  /** When the last engine cycle ended in which every module worked; null before the first. */
  readonly lastCycleAt: () => Date | null;
  /** How each platform stands: "up", or what is the matter. */
  readonly platforms?: () => Readonly<Record<string, string>>;
  /** Room left where an embedded database writes, in bytes; left out where somebody else looks after that. */
  readonly freeBytes?: () => Promise<number>;
}

/** How Handrail stands, for whoever watches it. */
export interface HealthReport {
  /** It hears what is due and can write down what it hears. A platform that is away makes nothing unready: pages go other ways. */
  readonly isReady: boolean;
  /** Ready, and every platform is up: nobody need be told. */
  readonly isWell: boolean;
  readonly database: 'up' | 'down' | 'disk full';
  readonly engine: 'turning' | 'stalled' | 'not started';
  readonly lastCycleAgeSeconds: number | null;
  readonly platforms: Readonly<Record<string, string>>;
}

export interface Health {
  /** Looks now; those who ask at the same time share one look. Never rejects, and takes two seconds at most. */
  report(): Promise<HealthReport>;
}

/** A cycle older than this means that nobody is taking what is due. */
const oldestCycle = 15 * second;
const patience = 2 * second;
/** With less room than this an embedded database is about to stop taking anything. */
const leastFreeBytes = 32 * 1024 * 1024;

const writePulse = statement(
  'write-pulse',
  `INSERT INTO pulse (name, at) VALUES ('health', $1) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
  z.never(),
);

/** Ready means: a cycle in which every module worked, and a write, both just now. */
export function createHealth(parts: HealthParts): Health {
  const { ports, lastCycleAt, platforms } = parts;
  let underway: Promise<HealthReport> | null = null;

  async function look(): Promise<HealthReport> {
    const database = await within(databaseState(parts), 'down');
    const cycleAt = lastCycleAt();
    const age = cycleAt ? since(cycleAt, ports.clock.now()) : null;
    const isTurning = age !== null && age <= oldestCycle;
    const isReady = database === 'up' && isTurning;
    const standing = platforms?.() ?? {};
    return {
      isReady,
      isWell: isReady && Object.values(standing).every(isUp),
      database,
      engine: isTurning ? 'turning' : age === null ? 'not started' : 'stalled',
      lastCycleAgeSeconds: age === null ? null : Math.max(0, age) / second,
      platforms: standing,
    };
  }

  return {
    report() {
      underway ??= look().finally(() => {
        underway = null;
      });
      return underway;
    },
  };
}

/** What a platform without a connection of its own says of itself counts as well. */
function isUp(standing: string): boolean {
  return standing === 'up' || standing === 'connected';
}

async function databaseState({ ports, freeBytes }: HealthParts): Promise<HealthReport['database']> {
  try {
    if (freeBytes && (await freeBytes()) < leastFreeBytes) return 'disk full';
    await ports.database.write(writePulse, [ports.clock.now()]);
    return 'up';
  } catch {
    return 'down';
  }
}

function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  return Promise.race([work, pause(patience, otherwise, { ref: false })]);
}
