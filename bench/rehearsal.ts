import { spawnSync } from 'node:child_process';
import { report } from './figures.ts';

/** The go-live example, two simulated weeks of one customer, as a user runs it. */
export async function benchRehearsal(): Promise<void> {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli/handrail.js', 'rehearse', 'examples/northwind.scenario.yaml', '--json'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`The rehearsal failed: ${stderr}`);
  const lines = stdout.trim().split('\n');
  const seconds = (performance.now() - began) / 1000;
  report('rehearsal, two weeks of one customer', { seconds, lines: lines.length });
}
