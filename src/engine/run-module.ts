import { type Lane, lanes } from '../delivery/draft.ts';
import type { Ports, Trip } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import { minute, plus } from '../shared/time.ts';
import type { Module } from './module.ts';
import { DueError, takeDue } from './take-due.ts';

/**
 * A module gives way to the next after so many rows; the rest waits for the next cycle, a moment later. Small,
 * because a page raised by the first message of a flood must not wait for the last.
 */
const mostRowsPerCycle = 10;

/** Told of the lanes in which something waits to be said, as soon as that is known. */
export type OnWaiting = (lanes: Iterable<Lane>) => void;

/** What one cycle of an engine goes by. */
export interface Cycle {
  readonly ports: Ports;
  readonly logger: Logger;
  /** Told of each row that was handled, once that is committed. */
  readonly onHandled?: (id: string) => void;
  readonly onWaiting: OnWaiting;
}

/** How one module's part of a cycle went. */
export interface ModuleRun {
  readonly handled: number;
  /** False when the module itself failed, and not only a row of it. */
  readonly hasWorked: boolean;
}

/**
 * Handles what is due of one module, several rows at once where that helps. Never rejects: a row that fails is set
 * aside, and a module that fails is logged and is not the others' trouble.
 */
export async function runModule(cycle: Cycle, module: Module): Promise<ModuleRun> {
  const { ports, logger } = cycle;
  const most = Math.min(module.atOnce, ports.database.tripsAtOnce);
  const workers: Promise<void>[] = [];
  let begun = 0;
  let handled = 0;
  let hasWorked = true;

  async function work(): Promise<void> {
    await module.load?.();
    while (begun < mostRowsPerCycle) {
      begun += 1;
      const taken = await takeOne(cycle, module, helpOut);
      if (taken !== 'nothing') handled += 1;
      if (taken !== 'more') return;
    }
  }

  function helpOut(): void {
    if (workers.length >= most || begun >= mostRowsPerCycle) return;
    const worker = work().catch(error => {
      hasWorked = false;
      logger.error({ module: module.name, cause: messageOf(error) }, 'a module failed');
    });
    workers.push(worker);
  }

  helpOut();
  // More of them come while these are waited for.
  for (const worker of workers) await worker;
  return { handled, hasWorked };
}

/** Handles the next row; `onMore` is called as soon as it is known that others are due as well. */
async function takeOne(
  cycle: Cycle,
  module: Module,
  onMore: () => void,
): Promise<'nothing' | 'last' | 'more'> {
  const { ports, logger } = cycle;
  const tell = outside(onMore);
  try {
    const taken = await ports.database.trip(trip => takeDue(trip, module, tell));
    if (!taken) return 'nothing';
    cycle.onHandled?.(taken.id);
    cycle.onWaiting(taken.lanes);
    return taken.hasMore ? 'more' : 'last';
  } catch (error) {
    if (!(error instanceof DueError)) throw error;
    const cause = messageOf(error.cause);
    logger.error({ module: module.name, id: error.id, cause }, 'a due row failed');
    cycle.onWaiting(await setAside(cycle, module, error));
    return 'more';
  }
}

/**
 * Something to be told of within a trip, and done outside of it. Hazard: what is begun within a trip is surrounded by it,
 * and a trip of its own would be refused there.
 */
function outside(work: () => void): () => void {
  let tell = () => {};
  const told = new Promise<void>(resolve => {
    tell = resolve;
  });
  void told.then(work);
  return tell;
}

/** Has the module decide about a row that failed. Where not even that can be done, the row waits and the others go on. */
async function setAside(
  { ports, logger }: Cycle,
  module: Module,
  error: DueError,
): Promise<readonly Lane[]> {
  const { name, fail } = module;
  const { trip } = ports.database;
  if (fail) {
    try {
      return await trip(async each => {
        await fail(each, error.id, error.cause);
        return lanes.filter(lane => each.lanes.has(lane));
      });
    } catch (failure) {
      const cause = messageOf(failure);
      logger.error(
        { module: name, id: error.id, cause },
        'a due row that failed could not be given up',
      );
    }
  }
  await trip(each => pushAway(each, module, error.id));
  return [];
}

async function pushAway({ tx, now }: Trip, module: Module, id: string): Promise<void> {
  const { table, idColumn, dueColumn } = module;
  await tx.$executeRawUnsafe(
    `UPDATE ${table} SET "${dueColumn}" = $1 WHERE "${idColumn}" = $2`,
    plus(now, minute),
    id,
  );
}
