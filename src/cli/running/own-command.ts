import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** What Node is given to be the command line that runs now: compiled, or by source. */
export const ownCommand: readonly string[] = [
  ...process.execArgv,
  join(here, `../../handrail${extname(here)}`),
];
