#!/usr/bin/env node
import { createProcessIo } from './process-io.ts';
import { runCli } from './run-cli.ts';

const io = createProcessIo();
const code = await runCli(process.argv.slice(2), io);
// What is written must be out before the process ends, and a handle left open must not keep it alive.
await io.out('');
process.exit(code);
