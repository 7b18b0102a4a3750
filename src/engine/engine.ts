import { lanes } from '../delivery/draft.ts';
import type { MovableClock } from '../shared/clock.ts';
import type { Ports, Trip } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import { isBefore, minute, plus } from '../shared/time.ts';
import { createDueIndex } from './due-index.ts';
import type { Module } from './module.ts';
import type { Sender } from './sender.ts';
import { DueError, takeDue } from './take-due.ts';

/**
 * A module gives way to the next after so many rows; the rest waits for the next cycle, a moment later. Small,
 * because a page raised by the first message of a flood must not wait for the last.
 */
const mostRowsPerCycle = 10;

export interface EngineParts {
  readonly ports: Ports;
  readonly sender: Sender;
  readonly logger: Logger;
  readonly modules: readonly Module[];
}

/** Takes what is due, module by module in fixed order, each isolated from the others' failures. */
export interface Engine {
  /**
   * One pass over what is due now; returns how many rows were handled. What they made due themselves is for
   * the next pass. Never throws for one bad row.
   */
  cycle(): Promise<number>;
  /** Cycles and sends until nothing is due now. */
  runUntilIdle(): Promise<void>;
  /** When the next row becomes due after now; null when nothing more is planned. What is due now is for `runUntilIdle`. */
  nextDue(): Promise<Date | null>;
  /** Moves the clock from one due moment to the next until `until`, settling at each; `onStep` sees every stop. */
  advanceTo(clock: MovableClock, until: Date, onStep?: () => Promise<void>): Promise<void>;
  /** When the last full cycle ended, by the clock; null before the first. */
  lastCycleAt(): Date | null;
}

/** An engine over these modules. Nothing runs until one of its methods is called. */
export function createEngine(parts: EngineParts): Engine {
  const { ports, sender, modules } = parts;
  const glance = createDueIndex(ports, modules);
  let lastCycle: Date | null = null;

  async function runDue(due: ReadonlySet<string>): Promise<number> {
    let handled = 0;
    for (const module of modules) {
      if (due.has(module.name)) handled += await runApart(parts, module);
    }
    lastCycle = ports.clock.now();
    return handled;
  }

  async function runUntilIdle(): Promise<void> {
    for (;;) {
      const due = await glance.listDue();
      const dueLanes = lanes.filter(lane => due.has(lane));
      if ((await runDue(due)) + (await sender.drain(dueLanes)) === 0) return;
    }
  }

  async function advanceTo(
    clock: MovableClock,
    until: Date,
    onStep = async () => {},
  ): Promise<void> {
    await runUntilIdle();
    for (;;) {
      const next = await glance.nextDue();
      if (!next || isBefore(until, next)) break;
      clock.moveTo(next);
      await runUntilIdle();
      await onStep();
    }
    if (isBefore(clock.now(), until)) clock.moveTo(until);
    await onStep();
  }

  return {
    cycle: async () => runDue(await glance.listDue()),
    runUntilIdle,
    nextDue: glance.nextDue,
    advanceTo,
    lastCycleAt: () => lastCycle,
  };
}

/** Runs one module; its failure is logged and is not the others'. */
async function runApart(parts: EngineParts, module: Module): Promise<number> {
  try {
    return await runModule(parts, module);
  } catch (error) {
    parts.logger.error({ module: module.name, cause: messageOf(error) }, 'a module failed');
    return 0;
  }
}

async function runModule(parts: EngineParts, module: Module): Promise<number> {
  const { ports, logger } = parts;
  for (let handled = 0; handled < mostRowsPerCycle; handled += 1) {
    try {
      const id = await ports.database.trip(trip => takeDue(trip, module));
      if (id === null) return handled;
    } catch (error) {
      if (!(error instanceof DueError)) throw error;
      const cause = messageOf(error.cause);
      logger.error({ module: module.name, id: error.id, cause }, 'a due row failed');
      await setAside(parts, module, error);
    }
  }
  return mostRowsPerCycle;
}

/** Has the module decide about a row that failed. Where not even that can be done, the row waits and the others go on. */
async function setAside({ ports, logger }: EngineParts, module: Module, error: DueError) {
  const { name, fail } = module;
  const { trip } = ports.database;
  if (!fail) return trip(each => pushAway(each, module, error.id));
  try {
    await trip(each => fail(each, error.id, error.cause));
  } catch (failure) {
    const cause = messageOf(failure);
    logger.error(
      { module: name, id: error.id, cause },
      'a due row that failed could not be given up',
    );
    await trip(each => pushAway(each, module, error.id));
  }
}

async function pushAway({ tx, now }: Trip, module: Module, id: string): Promise<void> {
  const { table, idColumn, dueColumn } = module;
  await tx.$executeRawUnsafe(
    `UPDATE ${table} SET "${dueColumn}" = $1 WHERE "${idColumn}" = $2`,
    plus(now, minute),
    id,
  );
}
