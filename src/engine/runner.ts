import type { Lane } from '../delivery/draft.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import type { Engine } from './engine.ts';
import type { Sender } from './sender.ts';

export interface RunnerParts {
  readonly engine: Engine;
  readonly sender: Sender;
  readonly logger: Logger;
  /** Wraps each pass, for measuring it. */
  readonly measure?: (pass: () => Promise<number>) => Promise<number>;
}

/** Says that something was committed, and in which lanes it left a message: that one is on its way before a pass is over. */
export type Nudge = (waiting?: readonly Lane[]) => void;

/** Drives an engine in real time: on every tick, and at once when something has just been committed. */
export interface Runner {
  /** Runs a pass now; while one is underway, another follows it. Resolves when nothing more is asked for. */
  run(): Promise<void>;
  readonly nudge: Nudge;
  /** Lets the pass and the messages underway end, and starts nothing new. */
  stop(): Promise<void>;
}

/** A runner over one engine. It starts nothing by itself: call `run` on each tick and after each commit. */
export function createRunner({
  engine,
  sender,
  logger,
  measure = pass => pass(),
}: RunnerParts): Runner {
  let running: Promise<void> | null = null;
  let isAsked = false;
  let isStopped = false;

  async function passes(): Promise<void> {
    while (isAsked && !isStopped) {
      isAsked = false;
      const nudges: Promise<void>[] = [];
      try {
        const handled = await measure(() =>
          engine.cycle(waiting => void nudges.push(sender.nudge(waiting))),
        );
        // What was handled may have made something else due at once, such as a page its first call.
        if (handled > 0) isAsked = true;
        // What is on its way already is not looked for again.
        await Promise.all(nudges);
      } catch (error) {
        logger.error({ cause: messageOf(error) }, 'the engine could not run a cycle');
      }
    }
  }

  function run(): Promise<void> {
    isAsked = true;
    running ??= passes().finally(() => {
      running = null;
    });
    return running;
  }

  function nudge(waiting: readonly Lane[] = []): void {
    if (isStopped) return;
    if (waiting.length > 0) void sender.nudge(waiting);
    void run();
  }

  async function stop(): Promise<void> {
    isStopped = true;
    await running;
    await sender.stop();
  }

  return { run, nudge, stop };
}
