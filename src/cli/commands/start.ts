import type { Command } from 'commander';
import { startApp } from '../../app.ts';
import type { Run } from '../run-cli.ts';
import { settingsOf } from '../with-database.ts';

/** `handrail start`: runs until it is asked to end, then lets the work at hand finish. */
export function addStart(program: Command, { io }: Run): void {
  program
    .command('start')
    .description('run Handrail and serve the practice room')
    .action(async () => {
      const app = await startApp(settingsOf(io));
      await io.stopped();
      await app.stop();
    });
}
