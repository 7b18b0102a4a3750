import { lanes } from '../delivery/draft.ts';
import type { MovableClock } from '../shared/clock.ts';
import type { Ports } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import { earliest, isBefore, minute, plus } from '../shared/time.ts';
import { glanceQuery, type Module } from './module.ts';
import type { Sender } from './sender.ts';
import { DueError, takeDue } from './take-due.ts';

/** A module gives way to the next after so many rows; the rest waits for the next cycle, a moment later. */
const mostRowsPerCycle = 500;

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
  settle(): Promise<void>;
  /** When the next row becomes due; null when nothing is planned at all. */
  nextDue(): Promise<Date | null>;
  /** Moves the clock from one due moment to the next until `until`, settling at each; `onStep` sees every stop. */
  advanceTo(clock: MovableClock, until: Date, onStep?: () => Promise<void>): Promise<void>;
  /** When the last full cycle ended, by the clock; null before the first. */
  lastCycleAt(): Date | null;
}

export function createEngine({ ports, sender, logger, modules }: EngineParts): Engine {
  const { database, clock } = ports;
  const glanceSql = glanceQuery(modules);
  let lastCycle: Date | null = null;

  async function glance(): Promise<Map<string, Date>> {
    const rows =
      await database.client.$queryRawUnsafe<{ name: string; due: Date | null }[]>(glanceSql);
    return new Map(rows.flatMap(row => (row.due ? [[row.name, row.due] as const] : [])));
  }

  async function listDue(): Promise<ReadonlySet<string>> {
    const now = clock.now();
    const due = [...(await glance())].filter(([, at]) => !isBefore(now, at));
    return new Set(due.map(([name]) => name));
  }

  async function runModule(module: Module): Promise<number> {
    for (let handled = 0; handled < mostRowsPerCycle; handled += 1) {
      try {
        const id = await database.trip(trip => takeDue(trip, module));
        if (id === null) return handled;
      } catch (error) {
        if (!(error instanceof DueError)) throw error;
        const cause = messageOf(error.cause);
        logger.error({ module: module.name, id: error.id, cause }, 'a due row failed');
        await database.trip(trip => setAside(trip, module, error));
      }
    }
    return mostRowsPerCycle;
  }

  async function runDue(due: ReadonlySet<string>): Promise<number> {
    let handled = 0;
    for (const module of modules) {
      if (!due.has(module.name)) continue;
      try {
        handled += await runModule(module);
      } catch (error) {
        logger.error({ module: module.name, cause: messageOf(error) }, 'a module failed');
      }
    }
    lastCycle = clock.now();
    return handled;
  }

  async function cycle(): Promise<number> {
    return runDue(await listDue());
  }

  async function settle(): Promise<void> {
    for (;;) {
      const due = await listDue();
      const dueLanes = lanes.filter(lane => due.has(lane));
      if ((await runDue(due)) + (await sender.drain(dueLanes)) === 0) return;
    }
  }

  async function nextDue(): Promise<Date | null> {
    return earliest([...(await glance()).values()]);
  }

  async function advanceTo(
    movable: MovableClock,
    until: Date,
    onStep = async () => {},
  ): Promise<void> {
    for (;;) {
      const next = await nextDue();
      if (!next || isBefore(until, next)) break;
      if (isBefore(movable.now(), next)) movable.moveTo(next);
      await settle();
      await onStep();
    }
    if (isBefore(movable.now(), until)) movable.moveTo(until);
    await onStep();
  }

  return { cycle, settle, nextDue, advanceTo, lastCycleAt: () => lastCycle };
}

async function setAside(
  trip: Parameters<Module['handle']>[0],
  module: Module,
  error: DueError,
): Promise<void> {
  if (module.fail) {
    await module.fail(trip, error.id, error.cause);
    return;
  }
  const { table, idColumn, dueColumn } = module;
  await trip.tx.$executeRawUnsafe(
    `UPDATE ${table} SET "${dueColumn}" = $1 WHERE "${idColumn}" = $2`,
    plus(trip.now, minute),
    error.id,
  );
}
