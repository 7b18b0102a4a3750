import { lanes } from '../delivery/draft.ts';
import type { MovableClock } from '../shared/clock.ts';
import type { Ports } from '../shared/database.ts';
import type { Logger } from '../shared/logger.ts';
import { isBefore } from '../shared/time.ts';
import { createDueIndex } from './due-index.ts';
import type { Module } from './module.ts';
import { type OnWaiting, runModule } from './run-module.ts';
import type { Sender } from './sender.ts';

export interface EngineParts {
  readonly ports: Ports;
  readonly sender: Sender;
  readonly logger: Logger;
  readonly modules: readonly Module[];
  /** Told of each row that was handled, once that is committed. */
  readonly onHandled?: (id: string) => void;
}

/** Takes what is due, module by module in fixed order, each isolated from the others' failures. */
export interface Engine {
  /**
   * One pass over what is due now; returns how many rows were handled. What they made due themselves is for
   * the next pass. Never throws for one bad row.
   */
  cycle(onWaiting?: OnWaiting): Promise<number>;
  /** Cycles and sends until nothing is due now. */
  runUntilIdle(): Promise<void>;
  /** When the next row becomes due after now; null when nothing more is planned. What is due now is for `runUntilIdle`. */
  nextDue(): Promise<Date | null>;
  /** Moves the clock from one due moment to the next until `until`, settling at each; `onStep` sees every stop. */
  advanceTo(clock: MovableClock, until: Date, onStep?: () => Promise<void>): Promise<void>;
  /** When the last cycle ended in which every module worked, by the clock; null before the first. */
  lastCycleAt(): Date | null;
}

/** An engine over these modules. Nothing runs until one of its methods is called. */
export function createEngine(parts: EngineParts): Engine {
  const { ports, sender, modules } = parts;
  const glance = createDueIndex(ports, modules);
  let lastCycle: Date | null = null;

  async function runDue(due: ReadonlySet<string>, onWaiting: OnWaiting): Promise<number> {
    let handled = 0;
    let hasWorked = true;
    for (const module of modules) {
      if (!due.has(module.name)) continue;
      const run = await runModule({ ...parts, onWaiting }, module);
      handled += run.handled;
      hasWorked &&= run.hasWorked;
    }
    if (hasWorked) lastCycle = ports.clock.now();
    return handled;
  }

  async function cycle(onWaiting: OnWaiting = () => {}): Promise<number> {
    const due = await glance.listDue();
    onWaiting(lanes.filter(lane => due.has(lane)));
    return runDue(due, onWaiting);
  }

  /** Handles and sends what is due; true when that was anything. */
  async function runAndSend(due: ReadonlySet<string>): Promise<boolean> {
    const waiting = new Set(lanes.filter(lane => due.has(lane)));
    const handled = await runDue(due, each => {
      for (const lane of each) waiting.add(lane);
    });
    return handled + (await sender.drain([...waiting])) > 0;
  }

  async function runUntilIdle(): Promise<void> {
    while (await runAndSend(await glance.listDue()));
  }

  async function advanceTo(
    clock: MovableClock,
    until: Date,
    onStep = async () => {},
  ): Promise<void> {
    await runUntilIdle();
    for (;;) {
      const next = await glance.nextDue();
      if (!next || isBefore(until, next.at)) break;
      clock.moveTo(next.at);
      await runAndSend(next.names);
      await runUntilIdle();
      await onStep();
    }
    if (isBefore(clock.now(), until)) clock.moveTo(until);
    await onStep();
  }

  const nextDue = async () => (await glance.nextDue())?.at ?? null;
  return { cycle, runUntilIdle, nextDue, advanceTo, lastCycleAt: () => lastCycle };
}
