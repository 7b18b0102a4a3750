import { createProcessIo } from './cli/process-io.ts';
import { runCli } from './cli/run-cli.ts';

process.exit(await runCli(['start'], createProcessIo()));
