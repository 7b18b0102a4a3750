import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import { startApp } from '../../app.ts';
import type { Run } from '../io.ts';
import { settingsOf } from '../with-database.ts';

/** `handrail start`: runs until it is asked to end, then lets the work at hand finish. */
export function addStart(program: Command, { io }: Run): void {
  program
    .command('start')
    .description('run Handrail and serve the practice room')
    .action(async () => {
      const app = await startApp(settingsOf(io));
      await io.stopped();
      await withinLimit(app.stop());
    });
}

/** Longer than this nobody waits for a process to end; what is cut off is taken up again at the next start. */
const limitMilliseconds = 9_000;

async function withinLimit(stop: Promise<void>): Promise<void> {
  await Promise.race([stop, setTimeout(limitMilliseconds, undefined, { ref: false })]);
}
