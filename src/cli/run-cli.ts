import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { BadInputError, HandrailError, messageOf } from '../shared/errors.ts';
import type { ExitCode, Io, Run } from './io.ts';
import { loadCommands } from './load-commands.ts';
import { sendCommand } from './running/send-command.ts';
import { settingsOf } from './with-database.ts';

/** Carries out one command line and returns its exit code; never throws, and tells problems on standard error. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const run: Run = {
    io,
    end: with_ => {
      code = with_;
    },
  };
  const program = await createProgram(argv, run);
  try {
    const sent = io.database ? null : await sendAlong(argv, io);
    if (sent !== null) return sent;
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return tell(error, io);
  }
}

/** Commands that look at no database: every other one is carried out by the Handrail that runs here, where one does. */
const apart = new Set(['start', 'rehearse', 'understand', 'manifest', 'restore', 'mcp', 'help']);

async function sendAlong(argv: readonly string[], io: Io): Promise<ExitCode | null> {
  const [name = ''] = argv;
  const isApart = apart.has(name) || argv.some(word => /^(?:-h|--help|--version)$/.test(word));
  if (isApart || name.startsWith('-') || name === '') return null;
  const dataDir = findDataDir(io);
  return dataDir === null ? null : sendCommand(argv, dataDir, io);
}

/** Where the embedded database is; null where there is none, or the settings are wrong, which the command itself will tell. */
function findDataDir(io: Io): string | null {
  try {
    const { database } = settingsOf(io);
    return database.kind === 'directory' ? database.path : null;
  } catch (error) {
    if (error instanceof BadInputError) return null;
    throw error;
  }
}

async function createProgram(argv: readonly string[], run: Run): Promise<Command> {
  const { io } = run;
  const program = new Command('handrail')
    .description('A personal customer advocate in Slack and Microsoft Teams.')
    .version(versionOf(), '--version', 'show the version')
    .helpOption('-h, --help', 'show what can be said here')
    .exitOverride()
    .configureOutput({
      writeOut: text => void io.out(text),
      writeErr: text => io.err(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError('(handrail --help shows what can be said here)')
    .addHelpText(
      'after',
      `\nExit codes: 0 fine, 1 an expectation failed or something must be fixed, 2 bad input.\nSettings come from the environment and from .env; .env.example explains each.`,
    );
  for (const add of await loadCommands(argv[0])) add(program, run, runCli);
  return program;
}

function tell(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof BadInputError) {
    io.err(`${error.problems.join('\n')}\n`);
    return 2;
  }
  if (error instanceof HandrailError) {
    io.err(`${error.message}\n`);
    return 1;
  }
  io.err(`Handrail failed in a way it did not expect: ${messageOf(error)}\n`);
  const isDebug = io.env.LOG_LEVEL === 'debug' || io.env.LOG_LEVEL === 'trace';
  if (isDebug && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
  else io.err('Please report it, with what LOG_LEVEL=debug adds to this.\n');
  return 1;
}

function versionOf(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
