import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import type { RunCommand } from '../../adapters/api/command-door.ts';
import { startApp } from '../../app.ts';
import type { ExitCode, Io, Run } from '../io.ts';
import { createLentIo } from '../running/lent-io.ts';
import { ownCommand } from '../running/own-command.ts';
import { rehearseBeside } from '../running/rehearse-beside.ts';
import { settingsOf } from '../with-database.ts';

/** Carries out one command line: `runCli`, which cannot be imported from here. */
export type RunCli = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/** `handrail start`: runs until it is asked to end, then lets the work at hand finish. */
export function addStart(program: Command, { io }: Run, runCli: RunCli): void {
  program
    .command('start')
    .description('run Handrail and serve the practice room')
    .action(async () => {
      const ending = new AbortController();
      const beside = { command: ownCommand, signal: ending.signal };
      const app = await startApp(settingsOf(io), {
        run: commandsOf(io, runCli),
        rehearse: scenario => rehearseBeside(scenario, beside),
      });
      await io.stopped();
      ending.abort();
      await withinLimit(app.stop());
    });
}

/** What is typed beside us is carried out here, over the store that only we may open. */
function commandsOf({ env, directory }: Io, runCli: RunCli): RunCommand {
  return async (database, sent, say) => {
    const end = await runCli(sent.argv, createLentIo(sent, { database, env, directory, say }));
    say({ end });
  };
}

/** Longer than this nobody waits for a process to end; what is cut off is taken up again at the next start. */
const limitMilliseconds = 9_000;

async function withinLimit(stop: Promise<void>): Promise<void> {
  await Promise.race([stop, setTimeout(limitMilliseconds, undefined, { ref: false })]);
}
