import { createRequire } from 'node:module';
import { createProcessIo } from '../../src/cli/process-io.ts';
import { runCli } from '../../src/cli/run-cli.ts';

// A process of its own: runs one command of Handrail's, which is told to stop at once, and prints the CommonJS
// packages that were loaded by then as the last line.
const code = await runCli(process.argv.slice(2), {
  ...createProcessIo(),
  stopped: async () => {},
});
const paths = Object.keys(createRequire(import.meta.url).cache);
const names = paths.flatMap(
  path => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
);
const line = JSON.stringify({ code, packages: [...new Set(names)].sort() });
process.stdout.write(`${line}\n`, () => process.exit(0));
